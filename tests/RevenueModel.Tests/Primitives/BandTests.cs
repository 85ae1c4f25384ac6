using RevenueModel.Primitives;

namespace RevenueModel.Tests.Primitives;

public class BandTests
{
    [Fact]
    public void BandsPrintInvariantly()
    {
        Assert.Equal("12,000-58,000", Band.Between(12_000m, 58_000m).ToString());
        Assert.Equal("680,000+", Band.AtLeast(680_000m).ToString());
    }
}
