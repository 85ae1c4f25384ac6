using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Expansion;

namespace RevenueModel.Benchmarks.Expansion;

/// <summary>The ARR of a hundred thousand accounts over the next thirty-six months.</summary>
public class CohortProjectionBenchmarks
{
    private const int Accounts = 100_000;
    private const int Months = 36;
    private const int MaxAge = 60;

    private readonly ExpansionCurve _curve =
        ExpansionCurve.Years([1.0, 1.5, 2.2, 2.7, 3.0, 3.2], end: CurveEnd.Held);

    private readonly CohortSurvival _survival = CohortSurvival.AtRenewals(0.95);
    private readonly LinqExpansion.Account[] _accounts = new LinqExpansion.Account[Accounts];
    private readonly int[] _ages = new int[Accounts];
    private readonly decimal[] _arr = new decimal[Accounts];
    private readonly double[] _byMonth = new double[Months + 1];

    // What remains of a unit of ARR by age. The rivals get it ready made.
    private double[] _path = [];

    [GlobalSetup]
    public void Setup()
    {
        var draws = new Draws(seed: 15);
        for (int i = 0; i < Accounts; i++)
        {
            _ages[i] = draws.Below(MaxAge);
            _arr[i] = (1_000_000 + draws.Below(99_000_000)) / 100m;
            _accounts[i] = new LinqExpansion.Account(_ages[i], _arr[i]);
        }

        _path =
        [
            .. Enumerable.Range(0, MaxAge + Months + 1)
                .Select(age => ExpansionCurveCalculator.Value(_curve, age) * _survival.Share(age)),
        ];
        double[] own = [.. ArrByMonth()];
        Expect.Near(Linq(), own, 1e-9);
        Expect.Near(LinqByAge(), own, 1e-9);
        Expect.Near(Loop(), own, 1e-9);
    }

    [Benchmark(Baseline = true)]
    public double[] Linq() => LinqExpansion.ArrByMonth(_accounts, _path, Months);

    /// <summary>The rival that groups by age first.</summary>
    [Benchmark]
    public double[] LinqByAge() => LinqExpansion.ArrByMonthAndAge(_accounts, _path, Months);

    [Benchmark]
    public double[] Loop() => LinqExpansion.ArrByMonthByLoop(_accounts, _path, Months);

    [Benchmark]
    public double[] ArrByMonth()
    {
        CohortProjectionCalculator.ArrByMonth(_curve, _survival, _ages, _arr, _byMonth);
        return _byMonth;
    }
}
