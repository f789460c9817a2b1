namespace Foedus.Mutants;

/// <summary>The switch that is compiled into the engine: it tells which mutant is on, and which have been reached.</summary>
internal static class MutantSwitch
{
    /// <summary>The full name of the type in the engine.</summary>
    public const string TypeName = "Foedus.Engine.MutantSwitch";

    /// <summary>How often the place of a mutant may be passed in one test before it is taken to go round for ever.</summary>
    private const int Most = 20_000_000;

    public static string Source(int mutants) => $$"""
        namespace Foedus.Engine
        {
            public static class MutantSwitch
            {
                public static int On;
                public static long Passed;
                public static readonly bool[] Reached = new bool[{{mutants + 1}}];

                public static bool Is(int mutant)
                {
                    Reached[mutant] = true;
                    if (mutant != On)
                        return false;
                    if (++Passed > {{Most}})
                        throw new System.TimeoutException("goes round for ever");
                    return true;
                }
            }
        }
        """;
}
