using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>Pay that was earned on a day, with the parts in which it becomes payable.</summary>
internal sealed record PayEntry
{
    public required StatementLineKind Kind { get; init; }

    /// <summary>The position of the assignment that pays.</summary>
    public required int Assignment { get; init; }

    /// <summary>What it is paid on.</summary>
    public required PayItem Item { get; init; }

    public required LocalDate Date { get; init; }

    public required decimal Amount { get; init; }

    public string? Deal { get; init; }

    public string? Account { get; init; }

    /// <summary>What churn goes by: the account, else the deal.</summary>
    public string? AccountKey { get; init; }

    public bool IsWindfall { get; init; }

    /// <summary>The figures of the arithmetic, for its words.</summary>
    public PayCalculation Working { get; init; }

    public Payable[] Payables { get; set; } = [];

    public bool IsClawedBack { get; set; }

    /// <summary>What was not taken of negative pay, since a clawback had taken it already.</summary>
    public decimal Spared { get; set; }

    /// <summary>Pay for a credit, on the day it counts.</summary>
    public static PayEntry Of(
        StatementLineKind kind,
        int assignment,
        PayItem item,
        CountedCredit counted,
        decimal amount,
        PayCalculation working,
        bool isWindfall = false) => new()
        {
            Kind = kind,
            Assignment = assignment,
            Item = item,
            Date = counted.CountsOn!.Value,
            Amount = amount,
            Deal = counted.Credit.Deal,
            Account = counted.Credit.Account,
            AccountKey = counted.Credit.AccountKey,
            IsWindfall = isWindfall,
            Working = working with { Waited = counted.Waits },
        };

    public decimal PaidBefore(LocalDate day)
    {
        decimal paid = 0m;
        foreach (ref readonly Payable payable in Payables.AsSpan())
        {
            paid += payable.IsPaidBefore(day) ? payable.Amount : 0m;
        }

        return paid;
    }

    /// <summary>The last day before a day on which a part became payable; the day it was earned where none did.</summary>
    public LocalDate LastPaidBefore(LocalDate day)
    {
        LocalDate last = Date;
        foreach (ref readonly Payable payable in Payables.AsSpan())
        {
            last = payable.IsPaidBefore(day) ? LocalDate.Max(last, payable.Due!.Value) : last;
        }

        return last;
    }
}
