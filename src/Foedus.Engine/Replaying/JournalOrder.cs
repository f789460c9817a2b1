using System.Collections.Immutable;
using Foedus.Charter.Model;

namespace Foedus.Engine.Replaying;

/// <summary>In which order the journals of a federation are replayed.</summary>
public static class JournalOrder
{
    /// <summary>
    /// The journals that happened, in the order of their names; then a rehearsal, which goes on from the journal that it names, and from all of
    /// them if it names none.
    /// </summary>
    /// <param name="happened">The journals that happened.</param>
    /// <param name="rehearsal">The rehearsal; null for none.</param>
    /// <returns>Null if the journal after which the rehearsal goes on is not there.</returns>
    public static ImmutableArray<JournalText>? Of(IEnumerable<JournalText> happened, JournalText? rehearsal)
    {
        var real = happened.Where(j => !j.IsRehearsal).OrderBy(j => j.Path, StringComparer.Ordinal).ToImmutableArray();
        if (rehearsal is null)
            return real;
        if (rehearsal.After is not { } after)
            return real.Add(rehearsal);
        var last = Enumerable.Range(0, real.Length).Where(i => IsNamed(real[i].Path, after)).Select(i => (int?)i).FirstOrDefault();
        return last is { } at ? real[..(at + 1)].Add(rehearsal) : null;
    }

    // The name of a file, without the folder in which it stands.
    private static bool IsNamed(string path, string name) =>
        path.EndsWith(name, StringComparison.Ordinal) && (path.Length == name.Length || path[^(name.Length + 1)] is '/' or '\\');
}
