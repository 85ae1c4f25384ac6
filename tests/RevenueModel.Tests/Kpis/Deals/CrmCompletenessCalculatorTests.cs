using NodaTime;
using RevenueModel.Kpis;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Kpis.Deals;

public class CrmCompletenessCalculatorTests
{
    [Fact]
    public void FieldsAreCountedWhereTheyAreNeeded()
    {
        ValueList<FieldCompleteness> fields = CrmCompletenessCalculator.Measure(
        [
            TestOpportunities.Won(null, created: new LocalDate(2027, 1, 1)) with
            {
                Segment = "A", IsCompetitive = true,
            },
            TestOpportunities.Won(5m) with { Rivals = ["X"], BuyerEngagement = BuyerEngagement.None },
            TestOpportunities.Open(null) with { IsCompetitive = false },
            TestOpportunities.Lost(null) with { RegulatoryTrigger = new() { Name = "NIS2" } },
        ]);

        Assert.Equal(
            [
                "Segment: 1 of 4 (25.0%)", "Created: 1 of 4 (25.0%)",
                "IsCompetitive: 3 of 4 (75.0%)", "Rivals: 1 of 2 (50.0%)", "BuyerEngagement: 1 of 4 (25.0%)",
                "RegulatoryTrigger: 1 of 4 (25.0%)", "Closed: 0 of 3 (0.0%)",
            ],
            fields.Select(field => field.ToString()));
        Assert.All(fields, field => Assert.NotEmpty(field.Kpis));
        KpiReading reading = fields[2].ToReading("Competition known", new LocalDate(2027, 6, 30));
        Assert.Equal((0.75m, 4L), (reading.Value!.Value, reading.Count));
        Assert.InRange(0.75m, reading.Interval!.Lower, reading.Interval.Upper!.Value);
    }
}
