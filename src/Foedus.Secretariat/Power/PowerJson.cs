using System.Globalization;
using System.Numerics;
using Foedus.Counting;
using Foedus.Secretariat.Reports;

namespace Foedus.Secretariat.Power;

/// <summary>What was found out about games, for programs. Exact numbers are texts: whole numbers, or fractions in lowest terms.</summary>
internal static class PowerJson
{
    public static void Game(Json output, PowerFindings found)
    {
        var game = found.Game.Game;
        output.Field("title", found.Game.Title).Field("rule", found.Game.Rule).Field("readings", found.Game.Readings);
        output.Field("players", Whole(game.Players)).Field("alwaysCarried", game.IsAlwaysCarried).Field("neverCarried", game.IsNeverCarried);
        output.Field("winning", found.Swings is { } swings ? Whole(swings.Winning) : null).Field("toAct", found.Swings?.ToAct.ToString());
        output.List("classes", Enumerable.Range(0, game.Classes.Length), c => Class(output, found, c));
        if (found.Estimate is { } estimate)
            output.Object("estimate", () => output.Field("seed", estimate.Seed.ToString(CultureInfo.InvariantCulture)).Field("samples", estimate.Samples.ToString(CultureInfo.InvariantCulture)).Field("asked", found.SamplesAsked?.ToString(CultureInfo.InvariantCulture)));
        output.List("unions", found.Unions?.Members ?? [], member => output
            .Field("union", member.Union is { } u ? found.UnionsAsked[u].Name : null)
            .Field("player", game.Classes[member.Class].Name)
            .Field("owen", member.Owen.ToString()).Field("banzhafOwen", member.BanzhafOwen.ToString()));
        Coalitions(output, "minimalWinning", found, found.Winning, found.WinningList);
        Coalitions(output, "minimalBlocking", found, found.Blocking, found.BlockingList);
        output.List("beyond", found.Beyond, b => output.Field("index", NameOf(b.Index)).Field("steps", b.Needed is { } steps ? Whole(steps) : null));
    }

    private static void Class(Json output, PowerFindings found, int c)
    {
        var (game, request) = (found.Game.Game, found.Request);
        output.Field("player", game.Classes[c].Name).Field("count", game.Classes[c].Count.ToString(CultureInfo.InvariantCulture)).Field("weight", found.Game.Weights?[c]);
        if (found.Swings is { } swings)
        {
            output.Field("swings", Whole(swings.ByClass[c])).Field("banzhaf", swings.Normalised(c)?.ToString()).Field("absolute", swings.Absolute(c).ToString());
            output.Field("toPrevent", swings.ToPrevent(c)?.ToString()).Field("toInitiate", swings.ToInitiate(c)?.ToString());
        }
        else if (found.Estimate is { } estimate && request.Asks(PowerIndex.Banzhaf | PowerIndex.Coleman))
        {
            Estimated(output, "estimatedAbsolute", estimate.Absolute[c]);
        }

        if (found.Orders is { } orders)
            output.Field("shapleyShubik", orders.ByClass[c].ToString());
        else if (found.Estimate is { } estimate && request.Asks(PowerIndex.Shapley))
            Estimated(output, "estimatedShapleyShubik", estimate.ShapleyShubik[c]);
        if (found.Winning is { } minimal)
            output.Field("inMinimalWinning", Whole(minimal.ByClass[c])).Field("holler", minimal.Holler(c)?.ToString()).Field("deeganPackel", minimal.DeeganPackel(c)?.ToString());
        if (found.Johnston is { } johnston)
            output.Field("johnston", johnston.Index(c)?.ToString());
    }

    private static void Estimated(Json output, string name, EstimatedShare share) => output.Object(name, () => output
        .Field("value", share.Value.ToString()).Field("low", share.Low.ToString()).Field("high", share.High.ToString()));

    private static void Coalitions(Json output, string name, PowerFindings found, MinimalCoalitions? counted, CoalitionList? list)
    {
        if (counted is null && list is null)
            return;
        var game = found.Game.Game;
        output.Object(name, () =>
        {
            output.Field("count", counted is null ? null : Whole(counted.Count)).Field("smallest", counted?.Smallest);
            output.Field("bySize", counted is null || counted.BySize.IsDefault ? [] : counted.BySize.Select(Whole));
            output.Field("complete", list?.IsComplete ?? false);
            output.List("coalitions", list?.Coalitions ?? [], coalition => output.List(
                "members",
                Enumerable.Range(0, coalition.Length).Where(c => coalition[c] > 0),
                c => output.Field("player", game.Classes[c].Name).Field("count", coalition[c].ToString(CultureInfo.InvariantCulture))));
        });
    }

    private static string NameOf(PowerIndex index) => index switch
    {
        PowerIndex.Banzhaf => "banzhaf",
        PowerIndex.Shapley => "shapley",
        PowerIndex.DeeganPackel => "deegan-packel",
        PowerIndex.Holler => "holler",
        _ => "johnston",
    };

    private static string Whole(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
