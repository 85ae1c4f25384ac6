using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Pricing;

namespace RevenueModel.Benchmarks.Pricing;

/// <summary>
/// The bills of ten thousand customers for twenty-four months under a plan with a fee, an allowance, a discount, a
/// commitment and a cap. Times and allocations are per bill.
/// </summary>
public class BillBenchmarks
{
    private const int BillCount = UsageBook.Customers * UsageBook.Months;

    private readonly decimal[] _usages = UsageBook.Usages(BillCount);
    private readonly UsageHistory[] _histories = UsageBook.Histories(UsageBook.Customers);
    private readonly decimal[] _amounts = new decimal[BillCount];
    private readonly LinqBill.Plan _plan = LinqBill.PlanOf(UsageBook.Plan);

    [GlobalSetup]
    public void Setup()
    {
        decimal[] rival = Linq();
        Expect.Same(rival, Loop());
        Array.Clear(_amounts);
        Expect.Same(rival, Bulk());
        Array.Clear(_amounts);
        Expect.Same(rival, ByCustomer());
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = BillCount)]
    public decimal[] Linq() => LinqBill.Amounts(_plan, _usages);

    [Benchmark(OperationsPerInvoke = BillCount)]
    public decimal[] Loop()
    {
        LinqBill.AmountsByLoop(_plan, _usages, _amounts);
        return _amounts;
    }

    [Benchmark(OperationsPerInvoke = BillCount)]
    public decimal[] Bulk()
    {
        BillCalculator.Amounts(UsageBook.Plan, _usages, _amounts);
        return _amounts;
    }

    [Benchmark(OperationsPerInvoke = BillCount)]
    public decimal[] ByCustomer()
    {
        for (int i = 0; i < _histories.Length; i++)
        {
            BillCalculator.MonthlyAmounts(
                UsageBook.Plan, _histories[i], _amounts.AsSpan(i * UsageBook.Months, UsageBook.Months));
        }

        return _amounts;
    }
}
