package org.opensearch.transport.grpc.spi;

/**
 * Stands in for the type of this name in OpenSearch's gRPC transport, which is not on Maven Central: the k-NN plugin
 * names it, but only gRPC, which does not run here, would call it.
 */
public interface QueryBuilderProtoConverter {}
