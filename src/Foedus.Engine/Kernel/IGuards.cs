namespace Foedus.Engine.Kernel;

/// <summary>What became of a guard.</summary>
public enum GuardAnswer
{
    Fails = 0,
    Holds = 1,

    /// <summary>It depends on a silence for which the view has no reading.</summary>
    Open = 2,
}

/// <summary>
/// Decides the guards of prospective acts. A guard is kept with the act and decided when something reads it, in the state of its due day:
/// what changed between writing and due day counts.
/// </summary>
public interface IGuards
{
    /// <summary>Whether the guard holds on the due day of the act.</summary>
    /// <param name="guard">The number under which the guard was written, not 0.</param>
    /// <param name="act">The prospective act that it guards.</param>
    /// <param name="view">The state as at the due day, before this act and before those due later.</param>
    GuardAnswer Decide(int guard, ProspectiveAct act, View view);
}
