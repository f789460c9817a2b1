using Foedus.Engine.Acts;
using Foedus.Secretariat.Opening;

namespace Foedus.Secretariat.Reports;

/// <summary>Why an act was ruled on as it was, what is still needed, and what would change it.</summary>
public sealed record ActExplanation : Report
{
    internal ActExplanation(History history, RuledAct act, bool hypothetical)
        : base("explain") => (History, Act, IsHypothetical) = (history, act, hypothetical);

    internal History History { get; }

    /// <summary>The act with its ruling.</summary>
    public RuledAct Act { get; }

    /// <summary>Whether nobody has done it.</summary>
    public bool IsHypothetical { get; }

    /// <inheritdoc/>
    internal override void Write(Json output)
    {
        output.Field("federation", History.Input.Federation.Title).Field("path", History.Input.Path).Field("sort", IsHypothetical ? "hypothetical act" : "act");
        RunJson.Act(output, new ActPrinter(History.Books.Roll), Act);
        RunJson.Judgment(output, Act.Judgment);
        output.List("assumptions", Act.Judgment.Assuming, a => RunJson.Assumption(output, a));
    }
}
