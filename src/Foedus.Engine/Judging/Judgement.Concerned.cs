using System.Collections.Immutable;
using Foedus.Engine.Parties;

namespace Foedus.Engine.Judging;

/// <content>The units that an act concerns, and the source of what it makes.</content>
public sealed partial class Judgement
{
    /// <summary>The act concerns these units ("every town concerned", "that town"), whoever does it.</summary>
    /// <param name="units">The units that are talked of.</param>
    /// <param name="concerned">Those concerned, where others are beside them.</param>
    internal void Concern(ImmutableArray<int> units, ImmutableArray<int>? concerned = null)
    {
        if (units.Length > 0)
            Anchor = Anchor.AtAll(units, concerned);
    }

    /// <summary>Prepares the source of what the act makes on its day, which falls with the act and may fall without it; the place among what was prepared.</summary>
    internal int PrepareProduct()
    {
        var place = 0;
        foreach (var effect in _effects)
        {
            if (effect.Kind == EffectKind.Prepare)
                place++;
        }

        _effects.Add(new Effect(EffectKind.Prepare, default, Today, Today, 0, Effect.ProductTag, -1));
        return place;
    }
}
