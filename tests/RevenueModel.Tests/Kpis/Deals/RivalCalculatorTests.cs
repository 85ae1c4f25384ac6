using NodaTime;
using RevenueModel.Kpis;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Kpis.Deals;

public class RivalCalculatorTests
{
    private static readonly LocalDate Day = new(2027, 3, 1);

    private static readonly Opportunity[] BakeOffs =
    [
        TestOpportunities.Won(10m, closed: Day) with { Rivals = ["Dragos"] },
        TestOpportunities.Lost(10m, closed: Day) with { Rivals = ["Dragos", "Claroty"] },
        TestOpportunities.Lost(10m, closed: Day) with { Rivals = ["Claroty"] },
        TestOpportunities.Open(10m) with { Rivals = ["Nozomi"] },
        TestOpportunities.Won(10m, closed: Day),
    ];

    [Fact]
    public void ADealCountsForEachOfItsRivals()
    {
        Assert.Equal(
            [("Claroty", 0, 2), ("Dragos", 1, 1)],
            RivalCalculator.ByRival(BakeOffs).Select(line => (line.Key, line.Value.WonCount, line.Value.LostCount)));
        Assert.Equal(4m / 3m, RivalCalculator.RivalsPerBakeOff(BakeOffs));
        Assert.Null(RivalCalculator.RivalsPerBakeOff(BakeOffs.AsSpan(3)));
    }
}
