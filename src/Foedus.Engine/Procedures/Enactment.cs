using System.Globalization;
using Foedus.Engine.Judging;
using Foedus.Engine.Kernel;
using Foedus.Engine.Membership;
using Foedus.Engine.Records;
using Foedus.Engine.Things;
using Foedus.Engine.Verbs;

namespace Foedus.Engine.Procedures;

/// <summary>What a matter becomes at the end of its procedure: a legal act, an edition of the charter, a change of membership.</summary>
internal static class Enactment
{
    /// <summary>What a matter becomes that changes the charter.</summary>
    public const string Amendment = "amendment";

    public static void Write(Judgement j, int matter, string becomes)
    {
        if (j.Book.Instrument(becomes) is { } kind)
        {
            j.Write(Relations.Sort, matter, j.Roll.Word(becomes));
            if (!j.View.Look(Relations.Maker, matter).Holds)
                j.Write(Relations.Maker, matter, j.Actor);
            IssuesVerb.Made(j, matter, kind, null);
            return;
        }

        if (string.Equals(becomes, Amendment, StringComparison.Ordinal) && EditionOf(j, matter) is { } number)
        {
            j.Cite(j.Book.All.Edition(number)!.Edition.Provisions[0], GroundKind.EditionInForce, number, j.Today);
            j.Link(Relations.Edition, Roll.Federation, number);
            return;
        }

        var unit = j.View.TryValue(Relations.Concerns, matter, out var concerned) ? (int)concerned : -1;
        if (unit >= 0)
            MembershipChange.Write(j, becomes, unit, j.Today);
    }

    /// <summary>A matter called Edition-2 enacts edition 2 of the charter, which lies ready as a proposal.</summary>
    public static int? EditionOf(Judgement j, int matter)
    {
        var name = j.Roll[matter].Name;
        const string Prefix = "Edition-";
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && j.Book.All.Edition(number) is { Edition.Provisions.Count: > 0 }
            ? number
            : null;
    }
}
