using FsCheck.Xunit;
using RevenueModel.Billing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

public class SpendCapCalculatorTests
{
    [Property(MaxTest = 500)]
    public bool NetLinesSumToTheLesserOfTheLinesAndTheRoomUnderTheCap(Cents cap, Cents billed, Cents[] lines)
    {
        Result result = Apply(cap, billed, lines);
        decimal room = Math.Max(result.Cap - result.Billed, 0m);
        return result.Net.Sum() == Math.Min(room, result.Lines.Sum())
            && result.TakenOff == result.Lines.Sum() - result.Net.Sum();
    }

    [Property(MaxTest = 500)]
    public bool NoLineIsBelowZeroOrAboveItself(Cents cap, Cents billed, Cents[] lines)
    {
        Result result = Apply(cap, billed, lines);
        return result.Net.Zip(result.Lines).All(both => both.First >= 0m && both.First <= both.Second);
    }

    [Property(MaxTest = 500)]
    public bool LinesUpToAnyOneSumToTheLesserOfThemAndTheRoom(Cents cap, Cents billed, Cents[] lines)
    {
        Result result = Apply(cap, billed, lines);
        decimal room = Math.Max(result.Cap - result.Billed, 0m);
        return Enumerable.Range(0, lines.Length).All(count =>
            result.Net.Take(count).Sum() == Math.Min(room, result.Lines.Take(count).Sum()));
    }

    [Property(MaxTest = 500)]
    public bool LinesInTwoBatchesAreBilledAsInOne(Cents cap, Cents billed, Cents[] first, Cents[] second)
    {
        Result one = Apply(cap, billed, first);
        Result two = Apply(one.Cap, one.Billed + one.Net.Sum(), second);
        Result both = Apply(cap, billed, [.. first, .. second]);
        return both.Net.SequenceEqual([.. one.Net, .. two.Net]) && both.TakenOff == one.TakenOff + two.TakenOff;
    }

    [Fact]
    public void ALineIsBilledAsFarAsTheCapLeavesRoom()
    {
        var net = new decimal[4];
        Assert.Equal(75m, SpendCapCalculator.Apply(100m, 40m, [50m, 20m, 0m, 65m], net));
        Assert.Equal([50m, 10m, 0m, 0m], net);
    }

    [Fact]
    public void WhatWasBilledBeyondTheCapIsNotGivenBack()
    {
        var net = new decimal[1];
        Assert.Equal(5m, SpendCapCalculator.Apply(100m, 150m, [5m], net));
        Assert.Equal([0m], net);
    }

    [Fact]
    public void LinesMayBeReplacedInPlace()
    {
        decimal[] lines = [50m, 20m, 65m];
        Assert.Equal(75m, SpendCapCalculator.Apply(100m, 40m, lines, lines));
        Assert.Equal([50m, 10m, 0m], lines);
    }

    [Theory]
    [InlineData("cap was -1; zero or more is expected.", -1, 0, 1, 1)]
    [InlineData("prior was -1; zero or more is expected.", 1, -1, 1, 1)]
    [InlineData("amounts was -1; zero or more is expected.", 1, 0, -1, 1)]
    [InlineData("destination had 2 places for 1 values; the lengths must be equal.", 1, 0, 1, 2)]
    public void WhatIsOutOfRangeIsRefused(string words, decimal cap, decimal billed, decimal line, int places) =>
        Assert.StartsWith(
            words,
            Refusal.Any<ArgumentException>(
                () => SpendCapCalculator.Apply(cap, billed, [line], new decimal[places])).Message,
            StringComparison.Ordinal);

    private static Result Apply(Cents cap, Cents billed, Cents[] lines) =>
        Apply(Math.Abs(cap % 5_000m), Math.Abs(billed % 3_000m), lines);

    private static Result Apply(decimal cap, decimal billed, Cents[] lines)
    {
        decimal[] amounts = [.. lines.Select(line => Math.Abs(line % 1_000m))];
        var net = new decimal[amounts.Length];
        return new Result(cap, billed, amounts, net, SpendCapCalculator.Apply(cap, billed, amounts, net));
    }

    private sealed record Result(decimal Cap, decimal Billed, decimal[] Lines, decimal[] Net, decimal TakenOff);
}
