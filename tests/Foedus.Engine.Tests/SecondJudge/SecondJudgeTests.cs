namespace Foedus.Engine.Tests.SecondJudge;

/// <summary>
/// A slow and obvious judge, written from the reference and not from the engine, rules on seeded federations and lives beside the engine.
/// A disagreement is made as small as it goes and printed as a charter and a case.
/// </summary>
public sealed class SecondJudgeTests
{
    [Fact]
    public void Both_judges_agree_on_what_a_vote_comes_to() => Trials.Run(2_000, PollLife.From, PollJudge.Judge, l => l.Smaller());

    [Fact]
    public void Both_judges_agree_on_votes_cast_one_by_one() => Trials.Run(2_000, CastLife.From, CastJudge.Judge, l => l.Smaller());

    [Fact]
    public void Both_judges_agree_on_whom_a_vote_elects() => Trials.Run(2_000, ElectionLife.From, ElectionJudge.Judge, l => l.Smaller());

    [Fact]
    public void Both_judges_agree_on_votes_of_delegates_and_proxies() => Trials.Run(1_000, DelegateLife.From, DelegateJudge.Judge, l => l.Smaller());

    [Fact]
    public void Both_judges_agree_on_who_has_a_power() => Trials.Run(2_000, WhoLife.From, WhoJudge.Judge, l => l.Smaller());

    [Fact]
    public void Both_judges_agree_on_where_answers_send_a_matter() => Trials.Run(2_000, AnswerLife.From, AnswerJudge.Judge, l => l.Smaller());

    [Fact]
    public void Both_judges_agree_on_who_holds_what() => Trials.Run(2_000, MandateLife.From, MandateJudge.Judge, l => l.Smaller());

    [Fact]
    public void Both_judges_agree_on_when_time_runs_out() => Trials.Run(2_000, ClockLife.From, ClockJudge.Judge, l => l.Smaller());

    [Fact]
    public void Both_judges_agree_on_what_a_second_call_is() => Trials.Run(2_000, CallLife.From, CallJudge.Judge, l => l.Smaller());
}
