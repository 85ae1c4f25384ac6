using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Covers the spend of a period from prepaid credits, stretch by stretch: a credit covers spend of days on which it
/// is usable.</summary>
/// <remarks>Spend that falls from one stretch to the next, because a lower price begins to apply to all units, gives credits
/// back: what was covered last is given back first.</remarks>
internal sealed class CreditCoverage
{
    private const int Uncovered = -1;

    private readonly ValueList<PrepaidCredit> _credits;
    private readonly decimal[] _balances;
    private readonly List<int> _used = []; // in the order of first use
    private readonly Dictionary<(PrepaidUse Use, string Item), Stack<(int Credit, decimal Amount)>> _covered = [];

    public CreditCoverage(ValueList<PrepaidCredit> credits)
    {
        _credits = credits;
        _balances = [.. credits.Select(static credit => credit.Balance)];
    }

    /// <summary>Gets what was drawn from each credit.</summary>
    /// <param name="use">The credits before tax, or those after it.</param>
    public ValueList<PrepaidDraw> DrawsOf(PrepaidUse use) => _used
        .Where(credit => _credits[credit].Use == use && _balances[credit] != _credits[credit].Balance)
        .Select(credit => new PrepaidDraw(
            _credits[credit].Id, _credits[credit].Balance - _balances[credit], _balances[credit]))
        .ToValueList();

    /// <summary>Gets the credits with their balances.</summary>
    public ValueList<PrepaidCredit> Credits => _credits
        .Select((credit, i) => _balances[i] == credit.Balance ? credit : credit with { Balance = _balances[i] })
        .ToValueList();

    /// <summary>Covers the spend of a stretch.</summary>
    /// <param name="items">The spend of the stretch by charge; negative if it fell.</param>
    /// <param name="day">A day of the stretch.</param>
    /// <param name="use">The credits that are used.</param>
    /// <returns>The part of each item that is not covered; negative if it fell.</returns>
    public List<Keyed<string, decimal>> Cover(
        IReadOnlyList<Keyed<string, decimal>> items, LocalDate day, PrepaidUse use)
    {
        decimal[] left = [.. items.Select(static item => Math.Max(item.Value, 0m))];
        decimal[] uncovered = [.. items.Select(item => item.Value < 0m ? -GiveBack((use, item.Key), -item.Value) : 0m)];
        if (left.Any(static amount => amount > 0m))
        {
            foreach (int credit in PrepaidCalculator.OrderOfUse(_credits.AsSpan(), DateSpan.Between(day, day.PlusDays(1))))
            {
                Use(credit, items, left, use);
            }
        }

        var result = new List<Keyed<string, decimal>>(items.Count);
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] > 0m)
            {
                StackOf((use, items[i].Key)).Push((Uncovered, left[i]));
            }

            result.Add(new Keyed<string, decimal>(items[i].Key, uncovered[i] + left[i]));
        }

        return result;
    }

    private void Use(int credit, IReadOnlyList<Keyed<string, decimal>> items, decimal[] left, PrepaidUse use)
    {
        if (_credits[credit].Use != use)
        {
            return;
        }

        for (int i = 0; i < left.Length; i++)
        {
            decimal amount = Math.Min(left[i], _balances[credit]);
            if (amount <= 0m || !Covers(_credits[credit], items[i].Key))
            {
                continue;
            }

            left[i] -= amount;
            _balances[credit] -= amount;
            StackOf((use, items[i].Key)).Push((credit, amount));
            if (!_used.Contains(credit))
            {
                _used.Add(credit);
            }
        }
    }

    // Returns the part that no credit had covered.
    private decimal GiveBack((PrepaidUse Use, string Item) key, decimal amount)
    {
        decimal uncovered = 0m;
        Stack<(int Credit, decimal Amount)> covered = StackOf(key);
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

        return uncovered + amount; // more than was ever spent: the item is negative
    }

    private Stack<(int Credit, decimal Amount)> StackOf((PrepaidUse Use, string Item) key)
    {
        if (!_covered.TryGetValue(key, out Stack<(int Credit, decimal Amount)>? stack))
        {
            stack = new Stack<(int Credit, decimal Amount)>();
            _covered.Add(key, stack);
        }

        return stack;
    }

    private static bool Covers(PrepaidCredit credit, string item) =>
        credit.Charges.IsEmpty
        || NameLookup.IndexOf(credit.Charges.AsSpan(), item, static charge => charge) >= 0;
}
