package hilft.forum.cyclea;

import hilft.forum.cycleb.CycleB;

public record CycleA(Class<CycleB> other) {}
