using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The balances of unrecovered draws, by plan.</summary>
/// <remarks>A plan forgives only its own draw.</remarks>
internal sealed class DrawBalances
{
    private const string OfNoPlan = "opening";

    private readonly List<Keyed<string, decimal>> _balances = []; // by plan id, oldest first

    /// <summary>Gets the sum of the balances.</summary>
    public decimal Total
    {
        get
        {
            decimal total = 0m;
            foreach (Keyed<string, decimal> balance in _balances)
            {
                total += balance.Value;
            }

            return total;
        }
    }

    /// <summary>Returns the balances before the first statement.</summary>
    public static DrawBalances Opening(CompLedger ledger)
    {
        var balances = new DrawBalances();
        if (ledger.Opening is { DrawBalance: > 0m and var opening })
        {
            // That of the plan in force on the day, if it has a draw; else of no plan here, so that none forgives it.
            int inForce = ledger.AssignmentOn(ledger.Opening.On);
            CompPlan? owner = inForce < 0 ? null : ledger.Assignments[inForce].Plan;
            balances.Add(owner?.Draw is null ? OfNoPlan : owner.Id, opening);
        }

        return balances;
    }

    /// <summary>Returns the balances after issued statements.</summary>
    public static DrawBalances After(CompLedger ledger, ReadOnlySpan<CompStatement> issued)
    {
        if (!issued.IsEmpty && issued[^1].IsAsComputed && issued[^1].ScheduleFrom.Draws is { } known)
        {
            return known.Copy();
        }

        DrawBalances balances = Opening(ledger);
        foreach (CompStatement statement in issued)
        {
            foreach (StatementLine line in statement.Lines)
            {
                if (line.DrawBalance != 0m)
                {
                    balances.Add(line.Plan, line.DrawBalance);
                }
            }
        }

        return balances;
    }

    /// <summary>Returns an independent copy.</summary>
    public DrawBalances Copy()
    {
        var copy = new DrawBalances();
        copy._balances.AddRange(_balances);
        return copy;
    }

    /// <summary>Returns the balance of a plan.</summary>
    public decimal Of(string plan)
    {
        int index = IndexOf(plan);
        return index < 0 ? 0m : _balances[index].Value;
    }

    /// <summary>Adds to the balance of a plan.</summary>
    public void Add(string plan, decimal amount)
    {
        int index = IndexOf(plan);
        if (index < 0)
        {
            _balances.Add(new(plan, amount));
        }
        else
        {
            _balances[index] = new(plan, _balances[index].Value + amount);
        }
    }

    /// <summary>Returns the ids of the plans with a balance, oldest first.</summary>
    public string[] Plans() =>
        [.. _balances.Where(static balance => balance.Value > 0m).Select(static balance => balance.Key)];

    private int IndexOf(string plan)
    {
        for (int i = 0; i < _balances.Count; i++)
        {
            if (string.Equals(_balances[i].Key, plan, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
