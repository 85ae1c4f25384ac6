using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Expansion;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

/// <summary>Records and messages of the area are the same in every culture.</summary>
public class ExpansionTextTests
{
    private static readonly YearMonth Month = new(2027, 1);
    private static readonly ExpansionCurve Curve = ExpansionCurve.Years([1.25, 1_500.5, 2_200.75]);
    private static readonly SiteEstate Estate = SiteEstate.Of("Acme", 4, 40, 2.5m, 1_234.5m);
    private static readonly PenetrationTarget Target =
        new() { Account = "Acme", Penetration = 0.505m, Months = 36 };

    [Fact]
    public void RecordsPrintTheSameInEveryCulture() => AssertSame(() => [.. Records().Select(one => one.ToString()!)]);

    [Fact]
    public void RecordsPrintTheirOwnText() => Assert.All(Records(), record =>
    {
        string text = record.ToString()!;
        Assert.NotEmpty(text);
        Assert.DoesNotContain(" { ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("RevenueModel.", text, StringComparison.Ordinal);
    });

    [Fact]
    public void MessagesAreTheSameInEveryCulture() => AssertSame(() =>
    [
        Message(() => ExpansionCurveCalculator.Value(Curve, 24.5)),
        Message(() => ExpansionPoint.At(-1.5, 1)),
        Message(() => ExpansionCurve.Points([ExpansionPoint.At(1.5, 1), ExpansionPoint.At(0.5, 1)])),
        Message(() => ExpansionCurve.Saturating(40.5, 20.5, 1)),
        Message(() => CohortSurvival.Monthly(0.5, 0.75)),
        Message(() => InstalledCohort.Of(Month, -1.5m)),
        Message(() => AccountVolumes.Of("Acme", Month, -1.5m)),
        Message(() => ExpansionLagCalculator.Compare(1m, 0.5m, Band.Between(1.5m, 200.5m))),
        Message(() => SiteBenchmark.OtSecurity2027.Assess(-1.5m)),
    ]);

    private static object[] Records()
    {
        ExpansionFigures ipaas = PublishedArchitectures.Ipaas2027.Expansion!;
        ExpansionPoint[] observed = [ExpansionPoint.At(0.5, 1.5), ExpansionPoint.At(12, 3), ExpansionPoint.At(24, 5)];
        ExpansionFit fit = ExpansionFitCalculator.Fit(ExpansionShape.Compound, observed);
        var attach = new ModuleAttach
        {
            Module = "AI",
            Accounts = 1_200,
            BaseArpu = 1_234.5m,
            AttachRate = ExpansionCurve.Compound(0.125, 0.5),
            Uplift = Band.Between(0.305m, 0.58m),
            LagPoints = Band.Between(3.5m, 5m),
        };
        var change = new DriverChange
        {
            Driver = "assets",
            QuantityBefore = 1_000.5m,
            QuantityAfter = 2_000.5m,
            ArrPerUnitBefore = 1.5m,
            ArrPerUnitAfter = 1.25m,
        };
        AccountVolumes volumes = AccountVolumes.Of("Acme", Month, 1_000.5m, 1_200.25m);
        AccountGrowthWatch watch = AccountGrowthCalculator.Measure(
            [volumes],
            Month.PlusMonths(1),
            new AccountGrowthOptions { WindowMonths = 1, StalledUpTo = 0.125m, ExpectedCurve = Curve });
        var team = new ExpansionTeam { Name = "Team", SitesPerYear = 5.5m, CostPerYear = 1_234.5m };
        ExpansionTeamEffect effect = ExpansionTeamCalculator.Compare(team, [Estate], 24);
        InstalledCohort cohort = InstalledCohort.Of(Month, 1_234.5m);
        CohortProjection projection =
            CohortProjectionCalculator.Project(Curve, CohortSurvival.Yearly(0.955), [cohort], Month, 24);
        return
        [
            Curve, attach.AttachRate, ExpansionCurve.Linear(1.5, -0.25), ExpansionCurve.Saturating(1.5, 40.5, 1.25),
            observed[0], ipaas, ipaas.Multiples!, ipaas.StatedGrowth!, ipaas.Drivers[2], fit, fit.Parameters[1],
            fit.Residuals[1], ExpansionFitCalculator.Fit(ExpansionShape.Saturating, observed.AsSpan(0, 2)),
            attach, ModuleAttachCalculator.Estimate(attach, 12),
            ExpansionLagCalculator.Compare(1_234.5m, 0.355m, Band.Between(30.5m, 45m)),
            change, ExpansionDriverCalculator.Measure([change]), volumes, watch, watch.Options, watch.Accounts[0],
            Estate, SiteBenchmark.OtSecurity2027, SiteRolloutCalculator.ByMonth(Estate, 24)[24],
            SiteRolloutCalculator.FromPilot(SiteBenchmark.OtSecurity2027, Band.Between(1.105m, 1.3m)),
            Target, PenetrationCalculator.Compare(Target, Estate), team, effect, effect.Accounts[0],
            cohort, projection, projection.Months[24], projection.Survival, CohortSurvival.AtRenewals(0.955, 36),
            CohortSurvival.Monthly(0.955),
            NrrComparisonCalculator.Compare(Band.Between(1.205m, 1.35m), Curve, projection.Survival, 0, 24),
        ];
    }

    private static void AssertSame(Func<string[]> texts)
    {
        string[] invariant = Culture.In("", texts);
        foreach (string culture in Culture.Names)
        {
            Assert.Equal(invariant, Culture.In(culture, texts));
        }
    }

    private static string Message(Func<object?> refused) =>
        Refusal.Any<ArgumentException>(refused).Message.Split(Environment.NewLine)[0];
}
