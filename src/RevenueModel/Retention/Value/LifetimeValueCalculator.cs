using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Computes the lifetime value (LTV) of accounts by named methods. Each value is per account, and undefined
/// where its formula divides by zero.</summary>
public static class LifetimeValueCalculator
{
    /// <summary>Returns the lifetime revenue of an account under constant churn.</summary>
    /// <param name="revenuePerAccount">The revenue of an account per period (ARPA), an amount of zero or more.</param>
    /// <param name="churn">The logo churn of a period, between 0 and 1.</param>
    /// <returns><c>revenue / churn</c>, or <see langword="null"/> if no account leaves.</returns>
    /// <exception cref="ArgumentException">A figure is outside its range, or the result exceeds the range of a
    /// decimal.</exception>
    /// <remarks>ChartMogul and other subscription analytics define LTV so. It ignores the cost to serve.</remarks>
    /// <example><code>
    /// Console.WriteLine(LifetimeValueCalculator.Simple(100m, churn: 0.05m)); // 2000
    /// </code></example>
    public static decimal? Simple(decimal revenuePerAccount, decimal churn) =>
        Margin(revenuePerAccount, grossMargin: 1m, churn);

    /// <summary>Returns the lifetime gross profit of an account under constant churn.</summary>
    /// <param name="revenuePerAccount">The revenue of an account per period (ARPA), an amount of zero or more.</param>
    /// <param name="grossMargin">The share of revenue that remains after the cost to serve, between 0 and 1.</param>
    /// <param name="churn">The logo churn of a period, between 0 and 1.</param>
    /// <returns><c>revenue × gross margin / churn</c>, or <see langword="null"/> if no account leaves.</returns>
    /// <exception cref="ArgumentException">A figure is outside its range, or the result exceeds the range of a
    /// decimal.</exception>
    /// <remarks>The most widely used definition in SaaS (Skok, SaaS Metrics 2.0).</remarks>
    /// <example><code>
    /// Console.WriteLine(LifetimeValueCalculator.Margin(40m, grossMargin: 0.75m, churn: 0.04m)); // 750
    /// </code></example>
    public static decimal? Margin(decimal revenuePerAccount, decimal grossMargin, decimal churn)
    {
        Guard.Against.BelowZero(revenuePerAccount);
        Guard.Against.NotFraction(grossMargin);
        Guard.Against.NotFraction(churn);
        return ValueFigures.Quotient(revenuePerAccount * grossMargin, churn, nameof(revenuePerAccount));
    }

    /// <summary>Returns the discounted lifetime gross profit of an account under constant retention.</summary>
    /// <param name="revenuePerAccount">The revenue of an account per period, an amount of zero or more.</param>
    /// <param name="grossMargin">The share of revenue that remains after the cost to serve, between 0 and 1.</param>
    /// <param name="retention">The share of accounts that are retained per period, between 0 and 1.</param>
    /// <param name="discountRate">The discount rate per period, a fraction between 0 and 1.</param>
    /// <param name="first">The time of the first payment that counts. Default: now.</param>
    /// <returns>The value, or <see langword="null"/> if no account leaves and the discount rate is zero.</returns>
    /// <exception cref="ArgumentException">A figure is outside its range, or the result exceeds the range of a
    /// decimal.</exception>
    /// <remarks>
    /// First payment now: <c>m (1 + d) / (1 + d - r)</c>; after one period: <c>m r / (1 + d - r)</c>, with
    /// <c>m = revenue × gross margin</c> (Gupta and Lehmann, Customers as Assets, 2003, who use the second). With a
    /// discount rate of zero and the first payment now, it equals <see cref="Margin"/> for a churn of <c>1 - r</c>.
    /// </remarks>
    /// <example><code>
    /// decimal? value = LifetimeValueCalculator.Discounted(
    ///     100_000m, grossMargin: 0.8m, retention: 0.9m, discountRate: 0.1m);
    /// Console.WriteLine($"{value:0}"); // 440000
    /// </code></example>
    public static decimal? Discounted(
        decimal revenuePerAccount,
        decimal grossMargin,
        decimal retention,
        decimal discountRate,
        FirstPayment first = FirstPayment.Now)
    {
        Guard.Against.BelowZero(revenuePerAccount);
        Guard.Against.NotFraction(grossMargin);
        Guard.Against.NotFraction(retention);
        Guard.Against.NotFraction(discountRate);
        Guard.Against.Undefined(first);
        decimal factor = first == FirstPayment.Now ? 1m + discountRate : retention;
        try
        {
            return RetentionRatio.Of(revenuePerAccount * grossMargin * factor, 1m + discountRate - retention);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"revenuePerAccount {revenuePerAccount}"), nameof(revenuePerAccount), overflow);
        }
    }

    /// <summary>Returns the discounted gross profit of an account over a number of periods, in which its revenue
    /// changes by net revenue retention.</summary>
    /// <param name="revenuePerAccount">The revenue of an account in the first period, an amount of zero or
    /// more.</param>
    /// <param name="grossMargin">The share of revenue that remains after the cost to serve, between 0 and 1.</param>
    /// <param name="netRetention">The net revenue retention per period as a ratio, zero or more: 1.18 grows by
    /// 18%.</param>
    /// <param name="discountRate">The discount rate per period, a fraction between 0 and 1.</param>
    /// <param name="periods">The number of periods, between 1 and 1,200.</param>
    /// <returns><c>Σ m (n / (1 + d))^t</c> for t from 0 to periods less one.</returns>
    /// <exception cref="ArgumentException">A figure is outside its range, or the result exceeds the range of a
    /// decimal.</exception>
    /// <remarks>An NRR above <c>1 + d</c> has no finite value over an unlimited lifetime, so that the number of
    /// periods has to be stated.</remarks>
    /// <example><code>
    /// decimal value = LifetimeValueCalculator.OverPeriods(
    ///     100_000m, grossMargin: 0.8m, netRetention: 1.2m, discountRate: 0m, periods: 3);
    /// Console.WriteLine($"{value:0}"); // 291200
    /// </code></example>
    public static decimal OverPeriods(
        decimal revenuePerAccount, decimal grossMargin, decimal netRetention, decimal discountRate, int periods)
    {
        Guard.Against.BelowZero(revenuePerAccount);
        Guard.Against.NotFraction(grossMargin);
        Guard.Against.BelowZero(netRetention);
        Guard.Against.NotFraction(discountRate);
        Guard.Against.NotMonths(periods);
        try
        {
            decimal present = revenuePerAccount * grossMargin;
            decimal sum = present;
            for (int period = 1; period < periods; period++)
            {
                present = present * netRetention / (1m + discountRate);
                sum += present;
            }

            return sum;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"revenuePerAccount {revenuePerAccount} over {periods} periods"),
                nameof(revenuePerAccount),
                overflow);
        }
    }

    /// <summary>Returns the lifetime gross profit of an account with an expected lifetime, such as the discounted
    /// expected lifetime of the shifted-beta-geometric (sBG) model.</summary>
    /// <param name="revenuePerAccount">The revenue of an account per period, an amount of zero or more.</param>
    /// <param name="grossMargin">The share of revenue that remains after the cost to serve, between 0 and 1.</param>
    /// <param name="discountedLifetime">The discounted expected lifetime in periods, a finite number of zero or more:
    /// <c>Σ S(t) / (1 + d)^t</c>, from t = 0 for a new account. For an account just before its renewal, it is the
    /// discounted expected residual lifetime (DERL).</param>
    /// <returns><c>revenue × gross margin × lifetime</c>.</returns>
    /// <exception cref="ArgumentException">A figure is outside its range, or the result exceeds the range of a
    /// decimal.</exception>
    /// <remarks>Fader and Hardie, How to Project Customer Retention (2007), and Customer-Base Valuation in a
    /// Contractual Setting (2010): accounts that are more likely to leave do so early, so that constant churn
    /// understates the lifetime of those that stay.</remarks>
    /// <example><code>
    /// decimal value = LifetimeValueCalculator.OfLifetime(100_000m, grossMargin: 0.8m, discountedLifetime: 5.5);
    /// Console.WriteLine($"{value:0}"); // 440000
    /// </code></example>
    public static decimal OfLifetime(decimal revenuePerAccount, decimal grossMargin, double discountedLifetime)
    {
        Guard.Against.BelowZero(revenuePerAccount);
        Guard.Against.NotFraction(grossMargin);
        if (!(discountedLifetime >= 0 && double.IsFinite(discountedLifetime)))
        {
            throw DomainGuards.OutOfRange(
                nameof(discountedLifetime), discountedLifetime, "a finite number, zero or more,");
        }

        try
        {
            return revenuePerAccount * grossMargin * (decimal)discountedLifetime;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"{revenuePerAccount} × {discountedLifetime}"), nameof(discountedLifetime), overflow);
        }
    }

    /// <summary>Returns the discounted gross profit of an account over the periods of a survival curve.</summary>
    /// <param name="revenuePerAccount">The revenue of an account per period, an amount of zero or more.</param>
    /// <param name="grossMargin">The share of revenue that remains after the cost to serve, between 0 and 1.</param>
    /// <param name="survival">The shares of accounts that pay in each period, between 0 and 1, from the first period;
    /// none exceeds the one before. Nothing is added after the last period.</param>
    /// <param name="discountRate">The discount rate per period, a fraction between 0 and 1. Default: zero.</param>
    /// <returns><c>m Σ S(t) / (1 + d)^t</c>, from t = 0.</returns>
    /// <exception cref="ArgumentException">A figure is outside its range, the survival rises, or the result exceeds
    /// the range of a decimal.</exception>
    /// <remarks>The survival may be measured (Kaplan-Meier, a line of a cohort triangle) or modeled.</remarks>
    /// <example><code>
    /// decimal value = LifetimeValueCalculator.OfSurvival(100_000m, grossMargin: 0.8m, [1.0, 0.75, 0.5]);
    /// Console.WriteLine($"{value:0}"); // 180000
    /// </code></example>
    public static decimal OfSurvival(
        decimal revenuePerAccount, decimal grossMargin, ReadOnlySpan<double> survival, decimal discountRate = 0m)
    {
        Guard.Against.NotFraction(discountRate);
        double lifetime = 0;
        double factor = 1;
        double before = 1;
        double growth = 1 + (double)discountRate;
        for (int t = 0; t < survival.Length; t++)
        {
            double share = survival[t];
            if (!(share >= 0 && share <= before))
            {
                throw DomainGuards.OutOfRange(
                    nameof(survival),
                    Invariant($"{share} in period {t}"),
                    Invariant($"a share between 0 and {before}, which does not rise,"));
            }

            lifetime += share * factor;
            factor /= growth;
            before = share;
        }

        return OfLifetime(revenuePerAccount, grossMargin, lifetime);
    }

    /// <inheritdoc cref="OfSurvival(decimal, decimal, ReadOnlySpan{double}, decimal)"/>
    public static decimal OfSurvival(
        decimal revenuePerAccount, decimal grossMargin, IEnumerable<double> survival, decimal discountRate = 0m) =>
        OfSurvival(revenuePerAccount, grossMargin, survival.AsItems(), discountRate);

    /// <summary>Compares the lifetime value of an account by all methods.</summary>
    /// <param name="terms">The revenue, margin, retention and discount rate of a period.</param>
    /// <returns>One value for each method, in the order of <see cref="LifetimeValueMethod"/>.</returns>
    /// <exception cref="ArgumentException">The terms are null, or a result exceeds the range of a decimal.</exception>
    public static ValueList<LifetimeValueEstimate> Compare(LifetimeValueTerms terms)
    {
        Guard.Against.Null(terms);
        decimal churn = 1m - terms.Retention;
        try
        {
            return
            [
                new(LifetimeValueMethod.Simple, Simple(terms.RevenuePerAccount, churn)),
                new(LifetimeValueMethod.Margin, Margin(terms.RevenuePerAccount, terms.GrossMargin, churn)),
                new(LifetimeValueMethod.Discounted, Discounted(
                    terms.RevenuePerAccount, terms.GrossMargin, terms.Retention, terms.DiscountRate)),
                new(LifetimeValueMethod.ExpectedLifetime, terms.DiscountedLifetime is { } lifetime
                    ? OfLifetime(terms.RevenuePerAccount, terms.GrossMargin, lifetime)
                    : null),
            ];
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within("terms", refused, nameof(terms));
        }
    }

    /// <summary>Returns the lifetime value per account of each cohort: realized until now, and expected after
    /// that.</summary>
    /// <param name="triangle">The recurring revenue of cohorts by age.</param>
    /// <param name="grossMargin">The share of revenue that remains after the cost to serve, between 0 and 1.</param>
    /// <param name="periodsPerAmount">The number of periods that an amount of the triangle covers, above zero: 1 for
    /// MRR by month or ARR by year, 12 for ARR by month, 4 for ARR by quarter.</param>
    /// <param name="discountRate">The discount rate per period, a fraction between 0 and 1. Default: zero.</param>
    /// <param name="retention">The net revenue retention per period after the last one as a ratio, zero or more.
    /// Default: none, so that only the realized value is computed.</param>
    /// <returns>One line for each cohort, in the order of the triangle.</returns>
    /// <exception cref="ArgumentException">The triangle is null, a figure is outside its range, or a result exceeds
    /// the range of a decimal.</exception>
    /// <remarks>
    /// Realized: <c>Σ amount(t) × margin / periods per amount / (1 + d)^t</c> per account that started. Remaining,
    /// from the last amount: <c>m r / (1 + d - r)</c>, discounted to the start; it is undefined if <c>r</c> is
    /// <c>1 + d</c> or more.
    /// </remarks>
    public static ValueList<CohortLifetimeValue> ByCohort(
        CohortTriangle triangle,
        decimal grossMargin,
        decimal periodsPerAmount,
        decimal discountRate = 0m,
        decimal? retention = null)
    {
        Guard.Against.Null(triangle);
        Guard.Against.NotFraction(grossMargin);
        Guard.Against.NotPositive(periodsPerAmount);
        Guard.Against.NotFraction(discountRate);
        if (retention is { } given)
        {
            Guard.Against.BelowZero(given, nameof(retention));
        }

        var lines = new CohortLifetimeValue[triangle.Cohorts.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            Cohort cohort = triangle.Cohorts[i];
            try
            {
                lines[i] = Measure(cohort, grossMargin / periodsPerAmount, 1m + discountRate, retention);
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(Invariant($"The cohort {cohort.Start}"), nameof(triangle), overflow);
            }
        }

        return ValueList.Own(lines);
    }

    private static CohortLifetimeValue Measure(Cohort cohort, decimal margin, decimal growth, decimal? retention)
    {
        decimal sum = 0m;
        decimal factor = 1m;
        decimal last = 0m;
        foreach (decimal amount in cohort.Amounts)
        {
            last = amount * margin * factor;
            sum += last;
            factor /= growth;
        }

        decimal? remaining = retention is { } ratio && ratio < growth ? last * ratio / (growth - ratio) : null;
        decimal? remainingPerAccount = remaining is { } amountLeft
            ? RetentionRatio.Of(amountLeft, cohort.StartedCount)
            : null;
        return new CohortLifetimeValue(
            cohort.Start,
            cohort.StartedCount,
            cohort.AgeCount,
            RetentionRatio.Of(sum, cohort.StartedCount),
            remainingPerAccount);
    }
}
