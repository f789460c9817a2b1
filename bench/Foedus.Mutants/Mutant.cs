namespace Foedus.Mutants;

/// <summary>One change of one place of the source.</summary>
/// <param name="Id">Its number, from 1.</param>
/// <param name="File">The file, from the root of the tree.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Member">The member in which it is.</param>
/// <param name="Was">What is written there.</param>
/// <param name="Is">What stands there instead.</param>
internal sealed record Mutant(int Id, string File, int Line, string Member, string Was, string Is)
{
    /// <summary>By what it is known from run to run, wherever its line has moved.</summary>
    public string Key => $"{File} {Member}: {Was} => {Is}";

    public override string ToString() => $"{Key}   (line {Line})";
}
