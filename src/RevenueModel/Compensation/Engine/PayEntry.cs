using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>An entry of pay that was earned on a day, with its payable parts.</summary>
internal sealed class PayEntry
{
    public required StatementLineKind Kind { get; init; }

    /// <summary>Gets the position of the assignment that pays.</summary>
    public required int Assignment { get; init; }

    /// <summary>Gets the item of the statement line.</summary>
    public required PayItem Item { get; init; }

    public required LocalDate Date { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>Gets the credit, or null if there is none.</summary>
    public CompCredit? Credit { get; init; }

    public string? Deal { get; init; }

    public string? Account { get; init; }

    /// <summary>Gets the account that churn refers to: the account if given, otherwise the deal.</summary>
    public string? AccountKey { get; init; }

    public bool IsWindfall { get; init; }

    /// <summary>Gets the figures of the calculation.</summary>
    public LineDetail? Detail { get; init; }

    /// <summary>Gets or sets the day by which it vests and ages: its own, or that of the pay that it
    /// corrects.</summary>
    public LocalDate? AwardedOn { get; set; }

    public Payable[] Payables { get; set; } = [];

    /// <summary>Gets whether the pay was earned and stated before the first statement.</summary>
    public bool IsOpening => Item.Kind == PayItemKind.Opening;

    public bool IsClawedBack { get; set; }

    /// <summary>Gets or sets the part of negative pay that is not deducted, because a clawback already recovered
    /// it.</summary>
    public decimal Spared { get; set; }

    /// <summary>Creates an entry for a credit, on the day on which it counts.</summary>
    public static PayEntry Of(
        StatementLineKind kind,
        int assignment,
        PayItem item,
        CountedCredit counted,
        decimal amount,
        LineDetail detail,
        bool isWindfall = false) => new()
        {
            Kind = kind,
            Assignment = assignment,
            Item = item,
            Date = counted.CountsOn!.Value,
            Amount = amount,
            Credit = counted.Credit,
            Deal = counted.Credit.Deal,
            Account = counted.Credit.Account,
            AccountKey = counted.Credit.AccountKey,
            IsWindfall = isWindfall,
            Detail = detail,
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

    /// <summary>Returns the last day before a day on which a part became payable, or the day on which the pay was
    /// earned if there is none.</summary>
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
