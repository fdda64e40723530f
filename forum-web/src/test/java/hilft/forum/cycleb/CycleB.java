package hilft.forum.cycleb;

import hilft.forum.cyclea.CycleA;

public record CycleB(CycleA other) {}
