using Foedus.Secretariat.Texts;

namespace Foedus.Secretariat.Tests;

/// <summary>A sentence of the desk is a value until somebody writes it out.</summary>
public class SentenceTests
{
    [Fact]
    public void A_sentence_keeps_its_key_and_what_stands_in_its_places()
    {
        var sentence = Sentence.Of("NoCharterInFolder", "examples");
        Assert.Equal("NoCharterInFolder", sentence.Key);
        Assert.Equal(["examples"], sentence.Arguments);
        Assert.Contains("examples", sentence.ToString(), StringComparison.Ordinal);
        Assert.Equal(Sentence.Of("NoCharterInFolder", "examples"), sentence);
        Assert.NotEqual(Sentence.Of("NoCharterInFolder", "others"), sentence);
    }

    [Fact]
    public void A_problem_tells_its_code_its_arguments_and_its_help()
    {
        var problem = new Obstacle(Sentence.Of("NothingCalled", "Concil", "Choirs"), Sentence.Of("DidYouMean", "Council")).Problem;
        Assert.Equal("NothingCalled", problem.Code);
        Assert.Equal(["Concil", "Choirs"], problem.Arguments);
        Assert.Equal(["did you mean Council?"], problem.Help);
        Assert.Empty(problem.Places);
    }
}
