using System.Globalization;
using System.Text.Json;
using RevenueModel.Forecasting;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Cases;

/// <summary>Worked examples of stage timing in exact fractions; see <c>Data/cases/timing.json</c>.</summary>
public class TimingCaseTests
{
    private const double Accuracy = 1e-15;

    [Fact]
    [Case("ph-37-stages-13w")]
    public void WinsOfAChainOfThreeStagesByWeek()
    {
        JsonElement expected = TestData.Case("ph-37-stages-13w").GetProperty("expect");
        StageChain chain = Chain("ph-37-stages-13w");

        ValueList<double> won = StageChainCalculator.WonByPeriods(chain, "0", 13);

        foreach (JsonProperty week in expected.GetProperty("won_by_week").EnumerateObject())
        {
            Assert.Equal(Number(week.Value), won[int.Parse(week.Name, CultureInfo.InvariantCulture) - 1], Accuracy);
        }

        Assert.Equal(Number(expected.GetProperty("won_by_13_exact")), won[12], Accuracy);
        Assert.Equal(
            Number(expected.GetProperty("ultimate_win")), StageChainCalculator.Absorption(chain)[0].Won, Accuracy);
    }

    [Fact]
    [Case("ph-38-freeze")]
    public void FrozenWeeksStopTheChain()
    {
        JsonElement example = TestData.Case("ph-38-freeze");
        JsonElement expected = example.GetProperty("expect");
        int[] frozen =
        [
            .. example.GetProperty("inputs").GetProperty("freeze_weeks").EnumerateArray().Select(e => e.GetInt32()),
        ];
        StageChain chain = Chain("ph-38-freeze");

        double won = StageChainCalculator.WonBy(chain, "0", 13, frozenPeriods: frozen);

        Assert.Equal(Number(expected.GetProperty("won_by_13")), won, Accuracy);
        Assert.Equal(Number(expected.GetProperty("won_by_13_exact")), won, Accuracy);
        Assert.Equal(
            StageChainCalculator.WonBy(chain, "0", expected.GetProperty("equals_unfrozen_week").GetInt32()), won);
        Assert.Equal(
            Number(expected.GetProperty("shortfall_vs_no_freeze")),
            StageChainCalculator.WonBy(chain, "0", 13) - won,
            Accuracy);
    }

    private static StageChain Chain(string id)
    {
        JsonElement[] stages =
            [.. TestData.Case(id).GetProperty("inputs").GetProperty("stages").EnumerateArray()];
        return StageChain.InOrder(
            stages.Select((_, i) => i.ToString(CultureInfo.InvariantCulture)),
            stages.Select(stage => Number(stage[0])),
            stages.Select(stage => Number(stage[1])));
    }

    private static double Number(JsonElement text)
    {
        string[] parts = text.GetString()!.Split('/');
        double numerator = double.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts.Length == 1 ? numerator : numerator / double.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
