using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Packaging;

/// <summary>
/// The search for a ladder of three to eight tiers on the usage of ten thousand customers in twenty-four months,
/// beside one pass that rates the same 240,000 usages under five graduated tiers.
/// </summary>
public class LadderBenchmarks
{
    private const int Usages = UsageBook.Customers * UsageBook.Months;

    private readonly LadderConstraints _goal = new() { Tiers = Band.Between(3, 8), MaxBillGrowth = 2.5m };
    private readonly LadderConstraints _goalWithoutShocks =
        new() { Tiers = Band.Between(3, 8), MaxBillGrowth = 2.5m, MaxTripledShare = 0.1m };

    private readonly LadderConstraints _goalWithFloors = new()
    {
        Tiers = Band.Between(3, 8),
        MaxBillGrowth = 2.5m,
        MaxCheapestTierLoss = 0.9m,
        Floors = new LadderFloors
        {
            Cost = new CostToServe
            {
                Meters = [new MeterCost { Meter = UsageBook.Meter, Cost = PriceModel.PerUnit(0.002m) }],
            },
            MinMargin = 0.5m,
            MinTierMargin = 0.3m,
            MinFeeToCost = 1m,
        },
    };

    private readonly PricePlan _today = new()
    {
        Name = "Pay as you go",
        Charges = [new Charge { Name = UsageBook.Meter, Price = UsageBook.Price }],
    };

    private readonly UsageHistory[] _histories = UsageBook.Histories(UsageBook.Customers);
    private readonly decimal[] _usages = UsageBook.Usages(Usages);
    private readonly decimal[] _bills = new decimal[Usages];
    private readonly LinqTiers.Tier[] _tiers = LinqTiers.TiersOf(UsageBook.Price.Schedule);

    [GlobalSetup]
    public void Setup()
    {
        Expect.Same(RateByLinq(), Rate());
        LadderDesign design = Design();
        Expect.Equal(true, design.Best is not null);
        Expect.Equal(design, DesignOfHistories());
        Expect.Equal(true, DesignWithoutShocks().Best is not null);
        Expect.Equal(true, DesignWithFloors().EvaluatedCount > 0);
    }

    [Benchmark(Baseline = true)]
    public decimal[] RateByLinq() => LinqTiers.Amounts(_tiers, _usages);

    [Benchmark]
    public decimal[] Rate()
    {
        RatingCalculator.Amounts(UsageBook.Price, _usages, _bills);
        return _bills;
    }

    /// <summary>From columns of usage and of what is billed for it today.</summary>
    [Benchmark]
    public LadderDesign Design() => LadderCalculator.Design(_goal, UsageBook.Meter, UsageBook.Months, _usages, _bills);

    /// <summary>The same, with a limit to the customers that pay three times as much.</summary>
    [Benchmark]
    public LadderDesign DesignWithoutShocks() =>
        LadderCalculator.Design(_goalWithoutShocks, UsageBook.Meter, UsageBook.Months, _usages, _bills);

    /// <summary>The same, with floors of margins and fees, and a limit to the loss by cheapest tiers.</summary>
    [Benchmark]
    public LadderDesign DesignWithFloors() =>
        LadderCalculator.Design(_goalWithFloors, UsageBook.Meter, UsageBook.Months, _usages, _bills);

    /// <summary>From histories, which today's plan bills first.</summary>
    [Benchmark]
    public LadderDesign DesignOfHistories() => LadderCalculator.Design(_goal, _today, _histories);
}
