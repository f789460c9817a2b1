using Foedus.Charter.Model;

namespace Foedus.Engine.Rules;

/// <summary>Where a matter stands: at a stage of its procedure, or at its end.</summary>
public sealed record StagePlace(Procedure Procedure, Stage? Stage, End? End, long Value)
{
    public string Name => Stage?.Name ?? End!.Name;

    public Provision By => Stage?.By ?? End!.By;
}
