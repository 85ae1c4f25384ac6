using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Compensation;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Compensation;

/// <summary>The twelve statements of a year for each of a thousand people with 240 credits.</summary>
public class StatementBenchmarks
{
    private const int People = 1_000;

    private readonly LinqStatements.Plan _plan = LinqStatements.PlanOf(CompBook.Plan);
    private CompLedger[] _ledgers = [];
    private LinqStatements.Ledger[] _rivals = [];

    [GlobalSetup]
    public void Setup()
    {
        _ledgers = [.. Enumerable.Range(0, People).Select(CompBook.Ledger)];
        _rivals = [.. _ledgers.Select(LinqStatements.LedgerOf)];
        for (int i = 0; i < People; i++)
        {
            CompStatement[] own = [.. StatementCalculator.Run(_ledgers[i], CompBook.Year)];
            LinqStatements.Statement[] rival = LinqStatements.Run(_plan, _rivals[i], inWords: false);
            Expect.Same(
                rival.Select(statement => statement.Totals),
                own.Select(statement => LinqStatements.Of(statement).Totals));
            Expect.Same(
                rival.SelectMany(statement => statement.Lines),
                own.SelectMany(statement => LinqStatements.Of(statement).Lines));
        }
    }

    /// <summary>Makes new ledgers, because a ledger in use keeps what was computed from it.</summary>
    [IterationSetup]
    public void Renew() => _ledgers = [.. Enumerable.Range(0, People).Select(CompBook.Ledger)];

    [Benchmark(Baseline = true)]
    public decimal Linq() => RunRival(inWords: false);

    [Benchmark]
    public decimal LinqInWords() => RunRival(inWords: true);

    [Benchmark]
    public decimal Run()
    {
        decimal paid = 0m;
        foreach (CompLedger ledger in _ledgers)
        {
            foreach (CompStatement statement in StatementCalculator.Run(ledger, CompBook.Year))
            {
                paid += statement.PayableNow;
            }
        }

        return paid;
    }

    [Benchmark]
    public int RunInWords()
    {
        int length = 0;
        foreach (CompLedger ledger in _ledgers)
        {
            foreach (CompStatement statement in StatementCalculator.Run(ledger, CompBook.Year))
            {
                foreach (StatementLine line in statement.Lines)
                {
                    length += line.Explanation.Length;
                }
            }
        }

        return length;
    }

    [Benchmark]
    public decimal TwelveNext()
    {
        decimal paid = 0m;
        var issued = new List<CompStatement>(12);
        foreach (CompLedger ledger in _ledgers)
        {
            issued.Clear();
            for (int month = 0; month < 12; month++)
            {
                CompStatement statement = StatementCalculator.Next(
                    ledger, DateSpan.Months(CompBook.Year.Start.PlusMonths(month), 1), issued);
                issued.Add(statement);
                paid += statement.PayableNow;
            }
        }

        return paid;
    }

    private decimal RunRival(bool inWords)
    {
        decimal paid = 0m;
        foreach (LinqStatements.Ledger ledger in _rivals)
        {
            foreach (LinqStatements.Statement statement in LinqStatements.Run(_plan, ledger, inWords))
            {
                paid += statement.Totals.PayableNow;
            }
        }

        return paid;
    }
}
