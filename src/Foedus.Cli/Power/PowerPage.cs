using System.Globalization;
using System.Numerics;
using Foedus.Cli.Pages;
using Foedus.Cli.Texts;
using Foedus.Counting;
using Foedus.Secretariat.Power;

namespace Foedus.Cli.Power;

/// <summary>Writes what was found out about a game.</summary>
internal static class PowerPage
{
    private const int Places = 6;

    public static void Write(Page page, PowerFindings found)
    {
        var game = found.Game;
        page.Line(game.Title, Tone.Strong).Put("  ").Line(Text.Of("CarriedIf", game.Rule));
        foreach (var reading in game.Readings)
            page.Put("  ").Line(Text.Of("PowerReading", reading), Tone.Faint);
        if (game.Game.IsAlwaysCarried || game.Game.IsNeverCarried)
            page.Put("  ").Line(Text.Of(game.Game.IsAlwaysCarried ? "AlwaysCarried" : "NeverCarried"), Tone.Open);
        page.Line();
        Players(page, found);
        Body(page, found);
        Unions(page, found);
        Coalitions(page, found);
        Beyond(page, found);
    }

    private static void Players(Page page, PowerFindings found)
    {
        var (game, request) = (found.Game.Game, found.Request);
        var columns = new List<(string Heading, Func<int, string> Cell)>();
        if (game.Classes.Any(c => c.Count != 1))
            columns.Add((Text.Of("PlayersHead"), c => game.Classes[c].Count.ToString(CultureInfo.InvariantCulture)));
        if (found.Game.Weights is { } weights)
            columns.Add((Text.Of("WeightHead"), c => weights[c]));
        if (found.Swings is { } swings)
        {
            if (request.Asks(PowerIndex.Banzhaf))
            {
                columns.Add((Text.Of("SwingsHead"), c => Whole(swings.ByClass[c])));
                columns.Add((Text.Of("BanzhafHead"), c => Number(swings.Normalised(c))));
                columns.Add((Text.Of("AbsoluteHead"), c => Number(swings.Absolute(c))));
            }

            if (request.Asks(PowerIndex.Coleman))
            {
                columns.Add((Text.Of("PreventHead"), c => Number(swings.ToPrevent(c))));
                columns.Add((Text.Of("InitiateHead"), c => Number(swings.ToInitiate(c))));
            }
        }
        else if (found.Estimate is { } estimate && request.Asks(PowerIndex.Banzhaf | PowerIndex.Coleman))
        {
            columns.Add((Text.Of("EstimatedHead", Text.Of("AbsoluteHead")), c => Number(estimate.Absolute[c])));
        }

        if (found.Orders is { } orders)
            columns.Add((Text.Of("ShapleyHead"), c => Number(orders.ByClass[c])));
        else if (found.Estimate is { } estimate && request.Asks(PowerIndex.Shapley))
            columns.Add((Text.Of("EstimatedHead", Text.Of("ShapleyHead")), c => Number(estimate.ShapleyShubik[c])));
        if (found.Winning is { } minimal)
        {
            if (request.Asks(PowerIndex.Holler))
                columns.Add((Text.Of("HollerHead"), c => Number(minimal.Holler(c))));
            if (request.Asks(PowerIndex.DeeganPackel))
                columns.Add((Text.Of("DeeganPackelHead"), c => Number(minimal.DeeganPackel(c))));
        }

        if (found.Johnston is { } johnston)
            columns.Add((Text.Of("JohnstonHead"), c => Number(johnston.Index(c))));
        var table = new Table([Text.Of("PlayerHead"), .. columns.Select(column => ">" + column.Heading)]) { Indent = 2 };
        for (var c = 0; c < game.Classes.Length; c++)
            table.Row([game.Classes[c].Name, .. columns.Select(column => column.Cell(c))]);
        page.Table(table);

        string Number(object? value) => value switch
        {
            null => "-",
            EstimatedShare share => Text.Of("EstimatedCell", share.Value.ToDecimalString(Places), share.Low.ToDecimalString(Places), share.High.ToDecimalString(Places)),
            Ratio { IsZero: true } => "0",
            Ratio ratio => request.Fractions ? ratio.ToString() : ratio.ToDecimalString(Places),
            _ => "",
        };
    }

    private static void Body(Page page, PowerFindings found)
    {
        if (found.Swings is { } swings)
        {
            page.Line().Put("  ").Line(Text.Of("WinningOf", Whole(swings.Winning), swings.Players <= 64 ? swings.Coalitions.ToString(CultureInfo.InvariantCulture) : "2^" + swings.Players));
            if (found.Request.Asks(PowerIndex.Coleman))
                page.Put("  ").Line(Text.Of("ToAct", found.Request.Fractions ? swings.ToAct.ToString() : swings.ToAct.ToDecimalString(Places)));
        }

        if (found.Estimate is { } estimate)
        {
            page.Line().Put("  ").Line(Text.Of("EstimatedFrom", estimate.Samples, estimate.Seed), Tone.Open);
            if (found.SamplesAsked is { } asked && asked > estimate.Samples)
                page.Put("  ").Line(Text.Of("EstimatedShort", asked), Tone.Open);
        }
    }

    private static void Unions(Page page, PowerFindings found)
    {
        if (found.Unions is not { } unions)
            return;
        var table = new Table(Text.Of("UnionHead"), Text.Of("PlayerHead"), ">" + Text.Of("OwenHead"), ">" + Text.Of("BanzhafOwenHead")) { Indent = 2 };
        foreach (var member in unions.Members)
        {
            table.Row(
                member.Union is { } u ? found.UnionsAsked[u].Name : Text.Of("Alone"),
                found.Game.Game.Classes[member.Class].Name,
                Number(member.Owen),
                Number(member.BanzhafOwen));
        }

        page.Line().Line(Text.Of("UnionsTitle"), Tone.Strong).Table(table);

        string Number(Ratio value) => found.Request.Fractions ? value.ToString() : value.ToDecimalString(Places);
    }

    private static void Coalitions(Page page, PowerFindings found)
    {
        if (found.Request.Coalitions is null)
            return;
        List("MinimalWinning", found.Winning, found.WinningList!);
        List("MinimalBlocking", found.Blocking, found.BlockingList!);

        void List(string key, MinimalCoalitions? counted, CoalitionList list)
        {
            page.Line().Put(Text.Of(key), Tone.Strong);
            page.Line(counted is null ? Text.Of("CoalitionsNotCounted") : Text.Of("CoalitionsCounted", Whole(counted.Count)) + (counted.Smallest is { } least ? Text.Of("SmallestOf", least) : ""));
            foreach (var coalition in list.Coalitions)
                page.Put("  ").Line(Written(found.Game.Game, coalition));
            if (!list.IsComplete)
                page.Put("  ").Line(Text.Of("MoreCoalitions"), Tone.Faint);
        }
    }

    private static string Written(VotingGame game, IReadOnlyList<long> coalition)
    {
        var members = Enumerable.Range(0, coalition.Count).Where(c => coalition[c] > 0)
            .Select(c => game.Classes[c].Count == 1 ? game.Classes[c].Name : Text.Of("SeveralOf", coalition[c], game.Classes[c].Name)).ToList();
        return members.Count == 0 ? Text.Of("Nobody") : string.Join(", ", members);
    }

    /// <summary>A whole number; one too long to be read by its first digits and its length.</summary>
    private static string Whole(BigInteger number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        return digits.Length <= 20 ? digits : Text.Of("LongNumber", digits[..1] + "." + digits[1..5], digits.Length - 1);
    }

    private static void Beyond(Page page, PowerFindings found)
    {
        foreach (var (index, needed) in found.Beyond)
        {
            var name = Text.Of("IndexName." + index);
            page.Line().Line(needed is { } steps ? Text.Of("BeyondBudget", name, steps, found.Request.Budget.Steps) : Text.Of("BeyondReach", name), Tone.Open);
        }

        if (found.UnionsBeyond)
            page.Line().Line(Text.Of("BeyondReach", Text.Of("UnionsTitle")), Tone.Open);
    }
}
