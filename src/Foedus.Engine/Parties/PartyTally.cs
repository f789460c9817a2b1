using Foedus.Charter.Model;
using Foedus.Counting;
using Foedus.Engine.Judging;

namespace Foedus.Engine.Parties;

/// <summary>How many of those who support something count for one party of a phrase.</summary>
internal sealed class PartyTally(Party party, Party counted, int supporters)
{
    private readonly long[] _sure = new long[supporters];
    private readonly long[] _perhaps = new long[supporters];

    /// <summary>The party as written.</summary>
    public Party Party => party;

    /// <summary>The set whose elements are counted: the party, or that of which it is one.</summary>
    public Party CountedSet => counted;

    public Fit[] Fits { get; } = new Fit[supporters];

    /// <summary>Which seconders are of the sort that is asked for.</summary>
    public bool[] Sorts { get; } = new bool[supporters];

    public long[] Seconders { get; } = new long[supporters];

    /// <summary>Whoever hands it in is neither counted nor a stranger.</summary>
    public bool HandsIn { get; set; }

    public Many Lower { get; set; } = Many.Exactly(1);

    public Many? Upper { get; set; }

    public Many Size { get; set; } = Many.Unknown;

    /// <summary>The phrase means one, and several are talked of: whether one of them is enough is open.</summary>
    public bool IsOfSeveral { get; set; }

    public Truth Holding { get; set; } = Truth.Yes;

    public bool Seconded { get; private set; }

    /// <summary>Adds one supporter. Who stands for an element that somebody stands for already adds nothing.</summary>
    public void Add(int index, in Supporter supporter, Fit fit, bool isSort)
    {
        Fits[index] = fit;
        Sorts[index] = isSort;
        if (isSort)
        {
            Seconders[index] = supporter.Seconders;
            Seconded = true;
        }

        if (fit.Truth == Truth.No)
            return;
        for (var i = 0; i < index; i++)
        {
            if (Fits[i].Truth != Truth.No && Fits[i].Element == fit.Element)
            {
                if (_sure[i] == 0 && fit.Truth == Truth.Yes)
                    _sure[i] = fit.Weight;
                return;
            }
        }

        _sure[index] = fit.Truth == Truth.Yes ? fit.Weight : 0;
        _perhaps[index] = fit.Weight + fit.More;
    }

    /// <summary>Where both the head and what it is of have numbers, a unit counts once enough of its own support it.</summary>
    public void KeepGroups(Quantity inner)
    {
        var asked = inner.IsShare ? 1 : (long)inner.Value.Ceiling();
        for (var i = 0; i < Fits.Length; i++)
        {
            if (Fits[i].Truth == Truth.No)
                continue;
            var things = 0;
            for (var k = 0; k < Fits.Length; k++)
                things += Fits[k].Truth != Truth.No && Fits[k].Element == Fits[i].Element ? 1 : 0;
            if (things < asked)
                _sure[i] = _perhaps[i] = 0;
        }
    }

    /// <summary>A delegation stands for all its members; those of them who are named as well are among them.</summary>
    public void WeighDelegations()
    {
        if (counted.Kind != PartyKind.Member)
            return;
        for (var i = 0; i < Fits.Length; i++)
        {
            if (Fits[i].Weight + Fits[i].More <= 1 || Fits[i].Element != Fits[i].Unit)
                continue;
            var named = 0;
            for (var k = 0; k < Fits.Length; k++)
                named += k != i && Fits[k].Truth != Truth.No && Fits[k].Unit == Fits[i].Unit && Fits[k].Element != Fits[i].Element ? 1 : 0;
            _sure[i] = Math.Max(0, _sure[i] - named);
            _perhaps[i] = Math.Max(0, _perhaps[i] - named);
        }
    }

    /// <summary>What a supporter adds, with what is open counted for or against.</summary>
    public long Worth(int index, bool open) => (open ? _perhaps[index] : _sure[index]) + Seconders[index];

    public Many Counted
    {
        get
        {
            var (least, most) = (0L, 0L);
            for (var i = 0; i < Fits.Length; i++)
            {
                least += Worth(i, open: false);
                most += Worth(i, open: true);
            }

            return new Many(least, most);
        }
    }

    public Gathering Result()
    {
        var have = Counted;
        var tooMany = Seconded && Size.Most is { } all && have.Least > all;
        var enough = Lower.Most is { } needed && have.Least >= needed ? Truth.Yes : have.Most < Lower.Least ? Truth.No : Truth.Open;
        var within = Upper is not { } upper ? Truth.Yes
            : have.Most <= upper.Least ? Truth.Yes
            : upper.Most is { } limit && have.Least > limit ? Truth.No : Truth.Open;
        var met = enough.And(within).And(Holding).And(TruthOf.From(!tooMany));
        return new Gathering(met, party, have, Lower, [], Missing(enough, have), Excess: within == Truth.No || tooMany);
    }

    private string Missing(Truth enough, Many have)
    {
        if (enough == Truth.Yes)
            return Holding == Truth.Yes ? "" : counted.Holding?.Words + " of the " + counted.HoldingMeasure?.Name;
        if (enough == Truth.Open && IsOfSeveral)
            return "whether one of those concerned is enough, or all of them have to";
        if (enough == Truth.Open)
            return "how many there are of " + counted.Words;
        return have.Least == 0 && Lower == Many.Exactly(1) ? party.Words : WhoReader.More((Ratio)(Lower.Least - have.Least), counted);
    }
}
