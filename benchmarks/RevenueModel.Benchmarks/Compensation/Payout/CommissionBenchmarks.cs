using BenchmarkDotNet.Attributes;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Compensation;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Compensation;

/// <summary>
/// The pay, to the cent, for each of twenty credits a month of ten thousand people: 2.4 million credits. Times and
/// allocations are per credit.
/// </summary>
public class CommissionBenchmarks
{
    private const int Credits = CompBook.Many * CompBook.CreditsPerYear;

    // Summing anew takes so long that fewer people have to do.
    private const int PeopleFromScratch = 500;

    private readonly PayComponent _component = CompBook.Plan.Components[0];
    private readonly decimal[] _pays = new decimal[Credits];
    private decimal[] _credits = [];
    private ComponentTerms[] _terms = [];
    private LinqCommission.Credit[][] _records = [];
    private LinqCommission.Plan? _plan;

    [GlobalSetup]
    public void Setup()
    {
        decimal[][] credited = [.. Enumerable.Range(0, CompBook.Many).Select(CompBook.Credited)];
        _credits = [.. credited.SelectMany(credits => credits)];
        _terms = [.. credited.Select(_ => QuotaCalculator.YearTerms(CompBook.Plan, _component))];
        _records = [.. credited.Select(credits => credits
            .Select((credit, i) => new LinqCommission.Credit(i, i / CompBook.CreditsPerMonth, credit))
            .ToArray())];
        _plan = LinqCommission.PlanOf(CompBook.Plan);

        decimal[] rival = [.. Linq()];
        Expect.Same(rival, MonthByMonth());
        Expect.Same(rival, MonthByMonthWithTerms());
        Expect.Same(rival, Loop());
        const int FromScratch = PeopleFromScratch * CompBook.CreditsPerYear;
        Array.Clear(_pays);
        Expect.Same(rival.Take(FromScratch), LinqFromScratch().Take(FromScratch));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Credits)]
    public decimal[] Linq()
    {
        int i = 0;
        foreach (LinqCommission.Credit[] credits in _records)
        {
            foreach (decimal pay in LinqCommission.Pay(_plan!, credits))
            {
                _pays[i++] = pay;
            }
        }

        return _pays;
    }

    [Benchmark(OperationsPerInvoke = PeopleFromScratch * CompBook.CreditsPerYear)]
    public decimal[] LinqFromScratch()
    {
        int i = 0;
        foreach (LinqCommission.Credit[] credits in _records.AsSpan(0, PeopleFromScratch))
        {
            foreach (decimal pay in LinqCommission.PayFromScratch(_plan!, credits))
            {
                _pays[i++] = pay;
            }
        }

        return _pays;
    }

    [Benchmark(OperationsPerInvoke = Credits)]
    public decimal[] Loop()
    {
        for (int i = 0; i < _records.Length; i++)
        {
            LinqCommission.PayByLoop(
                _plan!, _records[i], _pays.AsSpan(i * CompBook.CreditsPerYear, CompBook.CreditsPerYear));
        }

        return _pays;
    }

    [Benchmark(OperationsPerInvoke = Credits)]
    public decimal[] MonthByMonth()
    {
        for (int i = 0; i < _terms.Length; i++)
        {
            PayYear(i, _terms[i]);
        }

        return _pays;
    }

    /// <summary>The same with the terms of each person made on the way, which is what it allocates.</summary>
    [Benchmark(OperationsPerInvoke = Credits)]
    public decimal[] MonthByMonthWithTerms()
    {
        for (int i = 0; i < _terms.Length; i++)
        {
            PayYear(i, QuotaCalculator.YearTerms(CompBook.Plan, _component));
        }

        return _pays;
    }

    private void PayYear(int person, ComponentTerms terms)
    {
        decimal credited = 0m;
        int end = (person + 1) * CompBook.CreditsPerYear;
        for (int from = person * CompBook.CreditsPerYear; from < end; from += CompBook.CreditsPerMonth)
        {
            credited = CommissionCalculator.Amounts(
                terms,
                _credits.AsSpan(from, CompBook.CreditsPerMonth),
                RoundingPolicy.Cents,
                credited,
                _pays.AsSpan(from, CompBook.CreditsPerMonth));
        }
    }
}
