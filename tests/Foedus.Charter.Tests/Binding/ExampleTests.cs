using Foedus.Charter.Binding;

namespace Foedus.Charter.Tests.Binding;

public sealed class ExampleTests
{
    [Theory]
    [InlineData("union-1922")]
    [InlineData("eu-council")]
    [InlineData("swiss-confederation")]
    [InlineData("us-congress")]
    [InlineData("union-confederation")]
    public void Every_example_is_read_without_an_error(string name)
    {
        var federation = FederationFolder.Read(SmallFederation.Example(name));
        Assert.NotEmpty(federation.Editions);
        Assert.NotEmpty(federation.Register.Units);
        SmallFederation.NoErrors(federation);
    }

    [Fact]
    public void The_union_of_1922_has_two_editions_and_its_silences_have_their_old_names()
    {
        var federation = FederationFolder.Read(SmallFederation.Example("union-1922"));
        Assert.Equal([1, 2], federation.Editions.Select(e => e.Number));
        var addresses = federation.Silences.Select(s => s.Address).ToList();
        Assert.Contains("art 3 town remainder", addresses);
        Assert.Contains("art 6 method", addresses);
        Assert.Contains("unsaid deciding quorum", addresses);
        Assert.Contains("art 2 exclusive powers", addresses);
        Assert.Equal(["B1", "B2", "A1"], federation.Assumptions.Where(a => a.Silence.Address == "art 3 town remainder").Select(a => a.Name));
    }
}
