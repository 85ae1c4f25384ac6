using NodaTime;
using RevenueModel.Kpis;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Kpis.Pocs;

public class PocRevenueCalculatorTests
{
    private static readonly KpiReading Conversion = new()
    {
        Kpi = StandardKpis.PocConversion.Name,
        AsOf = new LocalDate(2027, 6, 30),
        Value = 0.6m,
        Count = 20,
        Interval = new KpiInterval { Lower = 0.4m, Upper = 0.8m, Confidence = 0.95 },
    };

    private static readonly Poc Running = new()
    {
        Id = "P", Account = "A", Started = new LocalDate(2027, 4, 15), ProductionArr = 700_000m,
    };

    [Fact]
    public void RevenueIsSpreadOverThePublishedLead()
    {
        Band<int> lead = PublishedBenchmarks.OtSecurity2027
            .Single(benchmark => benchmark.Kpi == StandardKpis.PocConversion.Name).LeadMonths!.Value;
        ValueList<PocRevenueMonth> months = PocRevenueCalculator.ByMonth(Conversion, lead, [Running]);

        Assert.Equal(new YearMonth(2027, 10), months[0].Month);
        Assert.Equal(new YearMonth(2028, 4), months[^1].Month);
        Assert.Equal("2027-10: 60,000 (40,000 to 80,000)", months[0].ToString());
        Assert.Equal(420_000m, months.Sum(month => month.Arr));
    }

    [Fact]
    public void EndedPilotsBringNothing() => Assert.Empty(PocRevenueCalculator.ByMonth(
        Conversion,
        Band.Between(6, 12),
        [Running with { Outcome = PocOutcome.Stopped, Ended = new LocalDate(2027, 5, 1) }]));

    [Fact]
    public void APilotBeyondItsLeadIsExpectedNext()
    {
        Poc old = Running with { Id = "old", Started = new LocalDate(2024, 4, 15) };
        Poc partly = Running with { Id = "partly", Started = new LocalDate(2026, 9, 15) };

        Assert.Equal(
            ["2027-07: 420,000 (280,000 to 560,000)"],
            PocRevenueCalculator.ByMonth(Conversion, Band.Between(6, 12), [old]).Select(month => month.ToString()));
        Assert.Equal(
            ["2027-07", "2027-08", "2027-09"],
            PocRevenueCalculator.ByMonth(Conversion, Band.Between(6, 12), [partly])
                .Select(month => month.Month.ToString("uuuu-MM", null)));
    }

    [Fact]
    public void BadInputIsRefused()
    {
        Refusal.With(
            "pocs had POC \"P\" twice; one record of it is expected.",
            () => PocRevenueCalculator.ByMonth(Conversion, Band.Between(6, 12), [Running, Running]));
        Refusal.Any<ArgumentException>(
            () => PocRevenueCalculator.ByMonth(Conversion, Band.Between(0, int.MaxValue), [Running]));
        Refusal.Any<ArgumentException>(() => PocRevenueCalculator.ByMonth(
            Conversion with { Kpi = StandardKpis.Nrr.Name }, Band.Between(6, 12), [Running]));
        Refusal.Any<ArgumentException>(() => PocRevenueCalculator.ByMonth(
            Conversion with { Interval = null }, Band.Between(6, 12), [Running]));
        Refusal.Any<ArgumentException>(() => PocRevenueCalculator.ByMonth(
            Conversion, Band.AtLeast(6), [Running]));
        Refusal.With(
            "POC \"P\" had no ProductionArr; an amount is expected of a running pilot.",
            () => PocRevenueCalculator.ByMonth(
                Conversion, Band.Between(6, 12), [Running with { ProductionArr = null }]));
        Refusal.With(
            "POC \"P\" was Converted with Ended null; an end is expected exactly if it does not run.",
            () => PocRevenueCalculator.ByMonth(
                Conversion, Band.Between(6, 12), [Running with { Outcome = PocOutcome.Converted }]));
    }
}
