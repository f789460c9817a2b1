namespace Foedus.Engine.Tests.Witnesses.Settings;

/// <summary>
/// Another setting of a witness: the same rule of a chamber, the same vote told in another way, the same charter as a second edition. What a
/// place does is the same there, so a witness that suits it has to hold in it.
/// </summary>
internal abstract class Setting
{
    /// <summary>All settings.</summary>
    public static IReadOnlyList<Setting> All { get; } = [new LaterEdition(), new InChamber(), new InUnit(), new InCounts(), new InNames(), new OneByOne(), new ByLapse()];

    /// <summary>What it is called in <c>tests/witnesses/exceptions</c>.</summary>
    public abstract string Name { get; }

    /// <summary>A variant of a witness in this setting; null if the witness does not suit it.</summary>
    public abstract WitnessText? Of(Witness witness, int variant);
}
