using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Oracles.Statistics;

namespace RevenueModel.Tests.Statistics.Survival;

[Properties(Arbitrary = [typeof(SurvivalArbitraries)], MaxTest = 100)]
public class CumulativeIncidenceCalculatorTests
{
    [Property]
    public void IncidencesAndSurvivalSumToOne(SurvivalBook book)
    {
        foreach (IncidenceStep step in CumulativeIncidenceCalculator.Measure(book.Table).Steps)
        {
            Assert.Equal(1, step.Survival + step.Causes.Sum(cause => cause.Incidence), 1e-13);
        }
    }

    [Property]
    public void IncidencesAreThoseOfExactFractions(SurvivalBook book)
    {
        foreach (IncidenceStep step in CumulativeIncidenceCalculator.Measure(book.Table).Steps)
        {
            for (int cause = 1; cause <= step.Causes.Count; cause++)
            {
                Assert.Equal(
                    SurvivalOracle.Number(SurvivalOracle.Incidence(book.Subjects, cause, step.Time)),
                    step.Causes[cause - 1].Incidence,
                    1e-13);
            }
        }
    }

    [Property]
    public void DinseVarianceIsTheDoubleSum(SurvivalBook book) => RequireVariance(book, IncidenceVariance.Dinse);

    [Property]
    public void AalenVarianceIsTheDoubleSum(SurvivalBook book) => RequireVariance(book, IncidenceVariance.Aalen);

    [Property]
    public void WithoutCensoringDinseVarianceIsBinomial(SurvivalBook book)
    {
        SurvivalBook complete = book.Complete();
        foreach (IncidenceStep step in CumulativeIncidenceCalculator.Measure(
            complete.Table, IncidenceVariance.Dinse).Steps)
        {
            foreach (CauseIncidence cause in step.Causes)
            {
                double variance = cause.Incidence * (1 - cause.Incidence) / complete.Subjects.Count;
                Assert.Equal(variance, cause.StandardError!.Value * cause.StandardError.Value, 1e-12);
            }
        }
    }

    [Property]
    public void WithOneCauseTheIncidenceIsOneLessSurvival(SurvivalBook book)
    {
        SurvivalTable single = SurvivalTableCalculator.OfCause(book.Table, 1);
        SurvivalCurve curve = KaplanMeierCalculator.Measure(single);
        CumulativeIncidence incidence = CumulativeIncidenceCalculator.Measure(single);

        foreach (SurvivalStep step in curve.Steps)
        {
            Assert.Equal(1 - step.Survival, incidence.Incidence(1, step.Time)!.Value, 1e-13);
        }
    }

    [Property]
    public void AReportingGridChangesNoValue(SurvivalBook book, byte grid)
    {
        CumulativeIncidence incidence = CumulativeIncidenceCalculator.Measure(book.Table);
        decimal width = (grid + 1) / 16m;
        for (decimal time = 0; time <= book.Table.LastTime; time += width)
        {
            IncidenceStep? last = incidence.Steps.Where(step => step.Time <= time)
                .Cast<IncidenceStep?>().LastOrDefault();
            Assert.Equal(
                last is { Causes.Count: > 0 } step ? step.Causes[0].Incidence : 0, incidence.Incidence(1, time));
        }
    }

    [Fact]
    public void CausesAndTimesOutsideTheirRangeAreRefused()
    {
        CumulativeIncidence incidence = CumulativeIncidenceCalculator.Measure(Leukemia.Maintained);

        Assert.Equal(0, incidence.Incidence(2, 9m));
        Assert.Null(incidence.Incidence(1, 200m));
        Refusal.With(
            "cause was 0; a cause between 1 and 255 is expected.", () => incidence.Incidence(0, 9m));
        Refusal.With("time was -1; a time of zero or more is expected.", () => incidence.Incidence(1, -1m));
    }

    private static void RequireVariance(SurvivalBook book, IncidenceVariance kind)
    {
        foreach (IncidenceStep step in CumulativeIncidenceCalculator.Measure(book.Table, kind).Steps)
        {
            for (int cause = 1; cause <= step.Causes.Count; cause++)
            {
                double? error = step.Causes[cause - 1].StandardError;
                double? expected = SurvivalOracle.IncidenceVariance(
                    book.Subjects, cause, step.Time, kind == IncidenceVariance.Aalen);
                if (error is { } own && expected is { } variance)
                {
                    Assert.Equal(Math.Max(variance, 0), own * own, 1e-11 * Math.Max(1, own * own));
                }
            }
        }
    }
}
