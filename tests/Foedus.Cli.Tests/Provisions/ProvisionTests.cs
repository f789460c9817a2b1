namespace Foedus.Cli.Tests.Provisions;

/// <summary>Questions about single provisions, each with its right answer: tests/provisions.</summary>
public sealed class ProvisionTests
{
    public static TheoryData<string> All => [.. Provision.Names];

    [Theory, MemberData(nameof(All))]
    public void A_provision_is_ruled_on_as_its_folder_says(string name)
    {
        var provision = new Provision(name);
        var wrong = provision.Wrong();
        if (provision.Pending)
            Assert.True(wrong.Count > 0, name + " passes: remove its file `pending`");
        else
            Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void A_provision_says_what_it_asks() =>
        Assert.All(Provision.Names, name => Assert.True(File.Exists(Path.Combine(Provision.Root, name, "README.md")), name));
}
