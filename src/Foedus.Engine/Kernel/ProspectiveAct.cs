namespace Foedus.Engine.Kernel;

/// <summary>
/// What the clock has prepared: the end of a term, a deemed approval, a lapse; or what an act makes under a source of its own. It is written
/// ahead and shows from its day on, so no day ever has to be "processed".
/// </summary>
/// <param name="Source">Its number as a source of facts; negative.</param>
/// <param name="Parent">The act that wrote it, or the earlier step of the chain that it follows. It falls with its parent.</param>
/// <param name="Recorded">Number of the act with which it entered the ledger.</param>
/// <param name="Due">First day on which it has effect.</param>
/// <param name="Tag">The caller's own number.</param>
public readonly record struct ProspectiveAct(int Source, int Parent, int Recorded, Day Due, int Tag);
