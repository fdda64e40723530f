package hilft.web.channel.beta;

public record BetaChannel() {}
