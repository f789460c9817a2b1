using Foedus.Charter.Model;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;

namespace Foedus.Engine.Remedies;

/// <summary>The time for a remedy over several editions of the charter: once it has run out under one, a longer one of a later edition does not revive it.</summary>
internal static class RemedyTimes
{
    /// <summary>The last day and the provision of an earlier edition under which the time had run out before the next one came into force; else null.</summary>
    public static (Day Last, Provision By)? RanOutBefore(Judgement j, Remedy remedy, int thing)
    {
        var editions = j.Book.All.InForceUntil(j.View);
        for (var i = 0; i + 1 < editions.Count; i++)
        {
            var (book, next) = (editions[i].Book, editions[i + 1].From);
            if (book == j.Book)
                continue;
            foreach (var earlier in book.Remedies)
            {
                if (!string.Equals(earlier.Name, remedy.Name, StringComparison.Ordinal) || earlier.Within is not { } within)
                    continue;
                var then = new Judgement(j.State, book, j.Act, j.Readings);
                if (Attack.LastDay(then, earlier, thing) is { } last && last < next)
                    return (last, within.By);
            }
        }

        return null;
    }
}
