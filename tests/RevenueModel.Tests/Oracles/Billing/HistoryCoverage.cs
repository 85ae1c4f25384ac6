using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Numerics.Fractions;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>
/// Computes the part of the spend of a period that prepaid credits cover, stretch by stretch. Each amount is paid by a
/// credit or in cash. Spend that is refunded returns the latest payments first. Limited credits have the same charges.
/// </summary>
internal sealed class HistoryCoverage(
    IReadOnlyList<PrepaidCredit> credits, decimal taxRate, Func<ExactFraction, decimal> round)
{
    private const int Cash = -1;

    private readonly decimal[] _left = [.. credits.Select(credit => credit.Balance)];
    private readonly List<(int Payer, decimal Amount)> _paidBeforeTax = [];
    private readonly List<(int Payer, decimal Amount)> _paidAfterTax = [];
    private readonly Dictionary<PrepaidUse, decimal> _limited = [];
    private IReadOnlyDictionary<string, ExactFraction> _net = new Dictionary<string, ExactFraction>();
    private decimal _spend;
    private decimal _due;

    public decimal BeforeTax => Paid(PrepaidUse.BeforeTax);

    public decimal AfterTax => Paid(PrepaidUse.AfterTax);

    /// <summary>Adds the stretch through which the spend, and the net amount of each charge, are these.</summary>
    public void Add(DateSpan days, ExactFraction spend, IReadOnlyDictionary<string, ExactFraction> net)
    {
        _limited.Clear();
        decimal total = (decimal)spend.Numerator / (decimal)spend.Denominator;
        Pay(days, total - _spend, PrepaidUse.BeforeTax, _paidBeforeTax, net);
        _spend = total;

        decimal taxable = total - BeforeTax;
        decimal due = taxable + round(Exact(taxable) * Exact(taxRate));
        Pay(days, due - _due, PrepaidUse.AfterTax, _paidAfterTax, net);
        _due = due;
        _net = net;
    }

    public Dictionary<string, decimal> Draws() => Enumerable.Range(0, credits.Count)
        .Where(at => _left[at] != credits[at].Balance)
        .ToDictionary(at => credits[at].Id, at => credits[at].Balance - _left[at]);

    public IEnumerable<PrepaidCredit> After() => credits.Select((credit, at) => credit with { Balance = _left[at] });

    private decimal Paid(PrepaidUse use) =>
        credits.Select((credit, at) => credit.Use == use ? credit.Balance - _left[at] : 0m).Sum();

    private void Pay(
        DateSpan days,
        decimal amount,
        PrepaidUse use,
        List<(int Payer, decimal Amount)> paid,
        IReadOnlyDictionary<string, ExactFraction> net)
    {
        TakeBack(-amount, paid);
        IEnumerable<int> usable = Enumerable.Range(0, credits.Count)
            .Where(at => credits[at].Use == use && credits[at].Usable.Contains(days))
            .OrderBy(at => credits[at].Priority)
            .ThenBy(at => credits[at].Expires ?? LocalDate.MaxIsoValue);
        foreach (int at in usable.TakeWhile(_ => amount > 0m))
        {
            decimal part = Math.Min(Math.Min(amount, _left[at]), MostOf(at, net));
            if (part > 0m)
            {
                _left[at] -= part;
                amount -= part;
                paid.Add((at, part));
                _limited[use] = _limited.GetValueOrDefault(use) + (credits[at].Charges.IsEmpty ? 0m : part);
            }
        }

        if (amount > 0m)
        {
            paid.Add((Cash, amount));
        }
    }

    // What a stretch added to the charges of a credit, less what other credits of the same charges took of it.
    private decimal MostOf(int at, IReadOnlyDictionary<string, ExactFraction> net)
    {
        if (credits[at].Charges.IsEmpty)
        {
            return decimal.MaxValue;
        }

        ExactFraction added = credits[at].Charges.Sum(charge =>
            Max(net.GetValueOrDefault(charge) - _net.GetValueOrDefault(charge), Zero));
        added -= Exact(_limited.GetValueOrDefault(PrepaidUse.BeforeTax));
        ExactFraction most = Max(added, Zero);
        return credits[at].Use == PrepaidUse.BeforeTax
            ? round(most)
            : Math.Max(0m, round(most * Exact(1m + taxRate)) - _limited.GetValueOrDefault(PrepaidUse.AfterTax));
    }

    private void TakeBack(decimal amount, List<(int Payer, decimal Amount)> paid)
    {
        while (amount > 0m && paid.Count > 0)
        {
            (int payer, decimal part) = paid[^1];
            paid.RemoveAt(paid.Count - 1);
            decimal back = Math.Min(part, amount);
            amount -= back;
            if (payer != Cash)
            {
                _left[payer] += back;
            }

            if (part > back)
            {
                paid.Add((payer, part - back));
            }
        }
    }
}
