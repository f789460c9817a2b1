namespace Foedus.Secretariat.Power;

/// <summary>The measures that can be asked for.</summary>
[Flags]
public enum PowerIndex
{
    None = 0,
    Banzhaf = 1,
    Shapley = 2,
    Coleman = 4,
    Holler = 8,
    DeeganPackel = 16,
    Johnston = 32,
    All = Banzhaf | Shapley | Coleman | Holler | DeeganPackel | Johnston,
}
