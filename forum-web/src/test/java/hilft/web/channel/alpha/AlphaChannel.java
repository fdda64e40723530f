package hilft.web.channel.alpha;

import hilft.web.channel.beta.BetaChannel;

public record AlphaChannel(BetaChannel other) {}
