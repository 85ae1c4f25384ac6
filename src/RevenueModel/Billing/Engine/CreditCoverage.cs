using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Covers the spend of a period from prepaid credits, one interval of days after another. A credit covers
/// spend of days on which it is usable.</summary>
/// <remarks>
/// <para>Credits are used in their order. A credit that is limited to charges covers at most the spend of its charges
/// in the interval that no other limited credit covers. A general credit covers other spend first and leaves that
/// spend to the limited credit.</para>
/// <para>Spend can fall from one interval to the next, because a lower price begins to apply to all units. The
/// decrease is returned to the credits, the last coverage first.</para>
/// </remarks>
internal sealed class CreditCoverage
{
    private const int Uncovered = -1;

    private readonly ValueList<PrepaidCredit> _credits;
    private readonly decimal[] _balances;
    private readonly List<int> _used = []; // in the order of first use
    private readonly Stack<(int Credit, decimal Amount)> _beforeTax = [];
    private readonly Stack<(int Credit, decimal Amount)> _afterTax = [];

    public CreditCoverage(ValueList<PrepaidCredit> credits)
    {
        _credits = credits;
        _balances = [.. credits.Select(static credit => credit.Balance)];
    }

    /// <summary>Gets the credits with their balances.</summary>
    public ValueList<PrepaidCredit> Credits => _credits
        .Select((credit, i) => _balances[i] == credit.Balance ? credit : credit with { Balance = _balances[i] })
        .ToValueList();

    /// <summary>Returns the amount drawn from each credit.</summary>
    /// <param name="use">The credits before tax, or the credits after tax.</param>
    public ValueList<PrepaidDraw> DrawsOf(PrepaidUse use) => _used
        .Where(credit => _credits[credit].Use == use && _balances[credit] != _credits[credit].Balance)
        .Select(credit => new PrepaidDraw(
            _credits[credit].Id, _credits[credit].Balance - _balances[credit], _balances[credit]))
        .ToValueList();

    /// <summary>Covers the spend of an interval.</summary>
    /// <param name="added">The spend that the interval adds; negative if spend fell.</param>
    /// <param name="left">The spend of each charge in the interval that no limited credit covers; this method reduces
    /// it.</param>
    /// <param name="day">A day of the interval.</param>
    /// <param name="use">The credits that are used.</param>
    /// <returns>The spend that is not covered; negative if spend fell.</returns>
    public decimal Cover(decimal added, List<Keyed<string, decimal>> left, LocalDate day, PrepaidUse use)
    {
        Stack<(int Credit, decimal Amount)> covered = use == PrepaidUse.BeforeTax ? _beforeTax : _afterTax;
        if (added <= 0m)
        {
            return -GiveBack(covered, -added);
        }

        foreach (int credit in PrepaidCalculator.OrderOfUse(_credits.AsSpan(), day))
        {
            decimal amount = _credits[credit].Use == use ? Use(credit, added, left) : 0m;
            if (amount > 0m)
            {
                added -= amount;
                covered.Push((credit, amount));
            }
        }

        if (added > 0m)
        {
            covered.Push((Uncovered, added));
        }

        return added;
    }

    private decimal Use(int index, decimal added, List<Keyed<string, decimal>> left)
    {
        PrepaidCredit credit = _credits[index];
        decimal most = Math.Min(added, _balances[index]);
        decimal amount = credit.Charges.IsEmpty ? most : 0m;
        for (int i = 0; i < left.Count && !credit.Charges.IsEmpty; i++)
        {
            Keyed<string, decimal> item = left[i];
            if (NameLookup.IndexOf(credit.Charges.AsSpan(), item.Key, static charge => charge) >= 0)
            {
                decimal part = Math.Min(Math.Max(item.Value, 0m), most - amount);
                left[i] = new Keyed<string, decimal>(item.Key, item.Value - part);
                amount += part;
            }
        }

        _balances[index] -= amount;
        if (amount > 0m && !_used.Contains(index))
        {
            _used.Add(index);
        }

        return amount;
    }

    // Returns the part that no credit covered.
    private decimal GiveBack(Stack<(int Credit, decimal Amount)> covered, decimal amount)
    {
        decimal uncovered = 0m;
        while (amount > 0m && covered.TryPop(out (int Credit, decimal Amount) last))
        {
            decimal back = Math.Min(amount, last.Amount);
            amount -= back;
            if (last.Credit == Uncovered)
            {
                uncovered += back;
            }
            else
            {
                _balances[last.Credit] += back;
            }

            if (back < last.Amount)
            {
                covered.Push((last.Credit, last.Amount - back));
            }
        }

        return uncovered + amount; // spend below zero was never covered
    }
}
