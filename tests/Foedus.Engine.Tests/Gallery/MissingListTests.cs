using Foedus.Engine.Tests.Witnesses;

namespace Foedus.Engine.Tests.Gallery;

/// <summary>The lists of what no witness shows yet are no longer than they have to be.</summary>
public sealed class MissingListTests
{
    [Fact]
    public void What_is_witnessed_is_not_listed_as_missing()
    {
        var witnessed = WitnessTests.Witnessed();
        var done = MissingWitnesses.Read().Where(l => witnessed.Contains(l.Slot)).Select(l => l.File + ": " + l.Slot).ToList();
        Assert.True(done.Count == 0, "These are witnessed; FOEDUS_UPDATE_WITNESSES=1 writes the lists anew:\n" + string.Join('\n', done));
    }
}
