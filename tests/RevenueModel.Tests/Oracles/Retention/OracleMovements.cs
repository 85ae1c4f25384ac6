using RevenueModel.Retention;

namespace RevenueModel.Tests.Oracles.Retention;

/// <summary>The movements of one line of a bridge, collected account by account.</summary>
internal sealed class OracleMovements
{
    private readonly Dictionary<string, (decimal Amount, long Count)> _sums = new(StringComparer.Ordinal);

    public void Open(decimal amount)
    {
        if (amount > 0m)
        {
            Add("opening", amount);
        }
    }

    /// <summary>Adds the movement of an account from the month before a period to its last month.</summary>
    public void Move(OracleRow row, int first, int last, RetentionOptions options)
    {
        decimal before = row.Before(first);
        decimal after = row.Amounts[last];
        if (before > 0m || after == 0m)
        {
            if (after != before)
            {
                Add(after == 0m ? "churn" : after > before ? "expansion" : "contraction", after - before);
            }

            return;
        }

        int left = Array.FindLastIndex(row.Amounts, first == 0 ? 0 : first - 1, amount => amount > 0m);
        if (first == 0 || left < 0)
        {
            Add("new", after);
            return;
        }

        int back = Array.FindIndex(row.Amounts, first, amount => amount > 0m);
        int away = back - left - 1;
        if (options.Lapse == LapseTreatment.Churned && away <= options.GraceMonths)
        {
            decimal lower = Math.Min(row.Amounts[left], after);
            Add("late", lower);
            Add("expansion", after - lower, counts: false);
        }
        else if (options.Reactivation.MaxMonthsAway is not { } most || away <= most)
        {
            Add("reactivation", after);
        }
        else
        {
            Add("new", after);
        }
    }

    public ArrBridge ToLine(BridgePeriod period, string? group) => new()
    {
        Period = period,
        Group = group,
        Opening = Amount("opening"),
        New = Amount("new"),
        Expansion = Amount("expansion"),
        Contraction = Amount("contraction"),
        Churn = Amount("churn"),
        Reactivation = Amount("reactivation"),
        LateRenewal = Amount("late"),
        OpeningCount = Count("opening"),
        NewCount = Count("new"),
        ExpansionCount = Count("expansion"),
        ContractionCount = Count("contraction"),
        ChurnCount = Count("churn"),
        ReactivationCount = Count("reactivation"),
        LateRenewalCount = Count("late"),
    };

    private decimal Amount(string movement) => _sums.GetValueOrDefault(movement).Amount;

    private long Count(string movement) => _sums.GetValueOrDefault(movement).Count;

    private void Add(string movement, decimal amount, bool counts = true)
    {
        (decimal sum, long count) = _sums.GetValueOrDefault(movement);
        _sums[movement] = (sum + amount, count + (counts ? 1 : 0));
    }
}
