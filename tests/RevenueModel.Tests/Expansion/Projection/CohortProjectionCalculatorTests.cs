using NodaTime;
using RevenueModel.Expansion;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class CohortProjectionCalculatorTests
{
    private static readonly YearMonth January = new(2027, 1);
    private static readonly ExpansionCurve Acv = ExpansionCurve.Years([1.0, 1.5, 2.2]);

    [Fact]
    public void OneCohortFollowsCurveAndRenewals()
    {
        CohortProjection projection = CohortProjectionCalculator.Project(
            Acv, CohortSurvival.AtRenewals(0.95), [InstalledCohort.Of(January, 1_000_000m)], January, 24);

        Assert.Equal(1_000_000, projection.Months[0].Arr);
        Assert.Equal(1_425_000, projection.Months[12].Arr, 1e-6);
        Assert.Equal(1_985_500, projection.Months[24].Arr, 1e-6);
        Assert.Equal(1.425, projection.Months[12].Nrr!.Value, 1e-12);
        Assert.Equal(1.985500 / 1.425, projection.Months[24].Nrr!.Value, 1e-12);
        Assert.Equal(0.95, projection.Months[12].Grr!.Value, 1e-12);
        Assert.Equal(902_500, projection.Months[24].SurvivingArr, 1e-6);
        Assert.Null(projection.Months[11].Nrr);
        Assert.Equal(projection.Months[5], projection.FindMonth(new YearMonth(2027, 6)));
        Assert.Null(projection.FindMonth(new YearMonth(2026, 12)));
        Assert.Equal(
            "2027-01: 1,000,000 ARR; 2029-01: 1,985,500 ARR, NRR 139.3%, GRR 95.0%", projection.ToString());
    }

    [Fact]
    public void CohortsStartOnTheCurveAtTheirAge()
    {
        CohortProjection projection = CohortProjectionCalculator.Project(
            Acv, CohortSurvival.Full, [InstalledCohort.Of(January.PlusMonths(-12), 300m)], January, 12);

        Assert.Equal(440, projection.Months[12].Arr, 1e-9);
        Assert.Equal(1, projection.Months[12].Grr!.Value, 1e-12);
    }

    [Fact]
    public void AContractingCurveLowersGrossRetention()
    {
        CohortProjection projection = CohortProjectionCalculator.Project(
            ExpansionCurve.Compound(1, -0.1),
            CohortSurvival.Yearly(0.9),
            [InstalledCohort.Of(January, 100m)],
            January,
            12);

        Assert.Equal(0.81, projection.Months[12].Nrr!.Value, 1e-12);
        Assert.Equal(0.81, projection.Months[12].Grr!.Value, 1e-12);
    }

    [Fact]
    public void ACohortBeyondTheCurveIsRefusedByAge()
    {
        Refusal.With(
            "The cohort of age 6: curve was 25; a month of the curve, 0 to 24, is expected.",
            () => CohortProjectionCalculator.Project(
                Acv, CohortSurvival.Full, [InstalledCohort.Of(January.PlusMonths(-6), 1m)], January, 24));
        Refusal.With(
            "The cohort of age 0: survival was 3; a month of the survival, 0 to 2, is expected.",
            () => CohortProjectionCalculator.Project(
                Acv, CohortSurvival.Monthly(0.9, 0.8), [InstalledCohort.Of(January, 1m)], January, 24));
        Refusal.With(
            "cohorts was a cohort of 2027-02; a start up to 2027-01, and at most 1,200 months before, is expected.",
            () => CohortProjectionCalculator.Project(
                Acv, CohortSurvival.Full, [InstalledCohort.Of(January.PlusMonths(1), 1m)], January, 1));
        Refusal.With(
            "cohorts had no cohort; at least one is expected.",
            () => CohortProjectionCalculator.Project(
                Acv, CohortSurvival.Full, Array.Empty<InstalledCohort>(), January, 1));
        Refusal.With(
            "arr was -1 of the cohort of 2027-01; zero or more is expected.", () => InstalledCohort.Of(January, -1m));
        Refusal.Any<ArgumentException>(() => CohortProjectionCalculator.Project(
            ExpansionCurve.Linear(0, 1), CohortSurvival.Full, [InstalledCohort.Of(January, 1m)], January, 1));
        Refusal.Any<ArgumentException>(() => CohortProjectionCalculator.Project(
            Acv,
            CohortSurvival.Full,
            [InstalledCohort.Of(January, decimal.MaxValue), InstalledCohort.Of(January, decimal.MaxValue)],
            January,
            1));
    }

    [Fact]
    public void ColumnsThatDoNotFitAreRefusedByPosition()
    {
        var place = new double[1];
        Refusal.With(
            "ages was -1 at position 1; an age between 0 and 1,200 months is expected.",
            () => CohortProjectionCalculator.ArrByMonth(Acv, CohortSurvival.Full, [0, -1], [1m, 1m], place));
        Refusal.With(
            "arr was -1 at position 0; zero or more is expected.",
            () => CohortProjectionCalculator.ArrByMonth(Acv, CohortSurvival.Full, [0], [-1m], place));
        Refusal.Any<ArgumentException>(
            () => CohortProjectionCalculator.ArrByMonth(Acv, CohortSurvival.Full, [0], [1m, 2m], place));
        Refusal.Any<ArgumentException>(
            () => CohortProjectionCalculator.ArrByMonth(Acv, CohortSurvival.Full, [0], [1m], []));
    }
}
