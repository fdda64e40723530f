package hilft.stack;

import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.deployment.Deployment;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.context.annotation.DeploymentScoped;
import org.jboss.arquillian.container.spi.event.DeployDeployment;
import org.jboss.arquillian.container.spi.event.UnDeployDeployment;
import org.jboss.arquillian.core.api.InstanceProducer;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.EventContext;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jspecify.annotations.Nullable;

/**
 * Test classes that deploy the same archive share one server: it stays when a class is over, until one begins that deploys
 * something else or nothing.
 */
public final class KeptServer implements LoadableExtension {

    /** The name of what is deployed once for many. */
    public static final String ARCHIVE = "shared.war";

    private record Running(ProtocolMetaData address, DeployDeployment event) {}

    private static @Nullable Running running;

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Keeping.class);
    }

    /** Nothing happens where none is running. */
    static void stop() {
        Running last = running;
        running = null;
        if (last == null) return;
        try {
            last.event()
                    .getDeployableContainer()
                    .undeploy(last.event().getDeployment().getDescription().getTestableArchive());
        } catch (DeploymentException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isKept(Deployment deployment) {
        return deployment.getDescription().getArchive().getName().equals(ARCHIVE);
    }

    /** Made by Arquillian; stands between its events and what deploys. */
    @SuppressWarnings("NullAway.Init")
    public static final class Keeping {
        // behind Arquillian's own, which open the deployment's scope
        private static final int INSIDE = -100;

        @Inject
        @DeploymentScoped
        private InstanceProducer<DeploymentDescription> description;

        @Inject
        @DeploymentScoped
        private InstanceProducer<Deployment> deployment;

        @Inject
        @DeploymentScoped
        private InstanceProducer<ProtocolMetaData> address;

        public void deploy(@Observes(precedence = INSIDE) EventContext<DeployDeployment> deploying) {
            Deployment wanted = deploying.getEvent().getDeployment();
            if (running != null && isKept(wanted)) {
                description.set(wanted.getDescription());
                deployment.set(wanted);
                address.set(running.address());
                wanted.deployed();
                return;
            }
            stop();
            deploying.proceed();
            if (isKept(wanted) && !wanted.hasDeploymentError()) {
                running = new Running(address.get(), deploying.getEvent());
            }
        }

        public void undeploy(@Observes(precedence = INSIDE) EventContext<UnDeployDeployment> undeploying) {
            Deployment over = undeploying.getEvent().getDeployment();
            if (running != null && isKept(over)) {
                over.undeployed();
            } else {
                undeploying.proceed();
            }
        }
    }
}
