using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Compensation.Analysis;

/// <summary>Checks a compensation plan for terms that are outside a norm or work against the purpose of the
/// plan.</summary>
/// <remarks>A <see cref="CompPlanCheck"/> returns no finding if the plan lacks the term that it checks, such as a
/// quota or a draw. A plan without a ramp is treated as having a ramp of zero months.</remarks>
public static class CompPlanCheckCalculator
{
    private static readonly CompPlanNorms Usual = new();

    private static readonly Citation OnePlanForAll =
        new("Revenue Architecture for Industrial IoT Platforms in 2027", "7.4");

    /// <summary>Checks a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="segments">The segments that the plan covers. Their sales cycles are compared with the ramp and
    /// with each other. Default: none, and neither comparison is made.</param>
    /// <param name="norms">The bands to check against. Default: the usual ones.</param>
    /// <returns>The findings in the order of <see cref="CompPlanCheck"/>; empty if nothing is outside a
    /// norm.</returns>
    /// <exception cref="ArgumentException">The plan is not valid, or its pay exceeds the range of a
    /// decimal.</exception>
    /// <example><code>
    /// var plan = new CompPlan
    /// {
    ///     Role = "Account Executive", OnTargetEarnings = 120_000m, PayMix = PayMix.OfPercent(50, 50),
    ///     Components = [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(600_000m) }],
    /// };
    /// CompPlanFinding finding = CompPlanCheckCalculator.Check(plan)[0];
    /// Console.WriteLine($"{finding.Severity}, {finding.Check}: {finding.Measured}"); // Note, QuotaToOte: 5
    /// </code></example>
    public static ValueList<CompPlanFinding> Check(
        CompPlan plan,
        ReadOnlySpan<Segment> segments = default,
        CompPlanNorms? norms = null)
    {
        Guard.Against.Null(plan).RequireValid(nameof(plan));
        foreach (Segment segment in segments)
        {
            Guard.Against.Null(segment, nameof(segments));
        }

        try
        {
            return Findings(plan, segments, norms ?? Usual);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"The pay of plan \"{plan.Role}\""), nameof(plan), overflow);
        }
    }

    /// <inheritdoc cref="Check(CompPlan, ReadOnlySpan{Segment}, CompPlanNorms?)"/>
    public static ValueList<CompPlanFinding> Check(
        CompPlan plan,
        IEnumerable<Segment> segments,
        CompPlanNorms? norms = null) => Check(plan, segments.AsItems(), norms);

    private static ValueList<CompPlanFinding> Findings(
        CompPlan plan,
        ReadOnlySpan<Segment> segments,
        CompPlanNorms norms)
    {
        var findings = new List<CompPlanFinding>();
        AddQuotaToOte(findings, plan, norms);
        foreach (Segment segment in segments)
        {
            AddRamp(findings, plan.Ramp, segment);
        }

        if (plan.Draw is { } draw)
        {
            AddDraw(findings, plan, draw);
        }

        AddSegmentsApart(findings, segments);
        foreach (PayComponent component in plan.Components)
        {
            AddTargetPayMissed(findings, plan, component);
        }

        foreach (PayComponent component in plan.Components)
        {
            AddPayFalls(findings, plan, component);
        }

        foreach (PayComponent component in plan.Components)
        {
            AddUncappedJump(findings, plan, component);
        }

        AddExpansionPaidLess(findings, plan);
        return findings.ToValueList();
    }

    private static void AddQuotaToOte(List<CompPlanFinding> findings, CompPlan plan, CompPlanNorms norms)
    {
        if (plan.QuotaToOteMultiple is not { } exact)
        {
            return;
        }

        // Published multiples and bands have one decimal place.
        decimal multiple = decimal.Round(exact, 1, MidpointRounding.AwayFromZero);
        BandPosition common = norms.CommonQuotaToOte.Locate(multiple);
        BandPosition published = norms.PublishedQuotaToOte.Locate(multiple);
        if (common == BandPosition.In && published == BandPosition.In)
        {
            return;
        }

        FindingSeverity severity = common == BandPosition.In || published == BandPosition.In
            ? FindingSeverity.Note
            : FindingSeverity.Warning;
        findings.Add(new CompPlanFinding(
            CompPlanCheck.QuotaToOte,
            severity,
            multiple,
            norms.CommonQuotaToOte,
            Invariant($"a quota of {plan.Quota:#,0.##} is {multiple:0.0}x on-target earnings of ")
                + Invariant($"{plan.OnTargetEarnings:#,0.##}, {Words(common)} the common ")
                + Invariant($"{norms.CommonQuotaToOte:0.##}x and {Words(published)} the ")
                + Invariant($"{norms.PublishedQuotaToOte:0.##}x of published plans"))
        {
            OtherNorm = norms.PublishedQuotaToOte,
        });
    }

    private static string Words(BandPosition position) => position switch
    {
        BandPosition.Below => "below",
        BandPosition.Above => "above",
        _ => "within",
    };

    // A ramp below the shortest cycle ends before any sale closes: a warning. A ramp below the longest cycle ends
    // before a slow sale closes: a note.
    private static void AddRamp(List<CompPlanFinding> findings, Ramp ramp, Segment segment)
    {
        int months = ramp.Months.Count;
        Band<int> cycle = segment.CycleMonths;
        bool isShorterThanAny = months < cycle.Min;
        if (isShorterThanAny || months < cycle.Max)
        {
            string than = isShorterThanAny ? "any sale" : "a slow sale";
            findings.Add(new CompPlanFinding(
                CompPlanCheck.RampShorterThanCycle,
                isShorterThanAny ? FindingSeverity.Warning : FindingSeverity.Note,
                months,
                Band.AtLeast((decimal)(cycle.Max ?? cycle.Min)),
                Invariant($"a ramp of {Plural.Of(months, "month")} is shorter than {than} in {segment.Name}, ")
                    + Invariant($"whose cycle is {cycle} months")));
        }
    }

    private static void AddDraw(List<CompPlanFinding> findings, CompPlan plan, Draw draw)
    {
        int ramp = plan.Ramp.Months.Count;
        if (draw.Months is { } months && months < ramp)
        {
            findings.Add(new CompPlanFinding(
                CompPlanCheck.DrawShorterThanRamp,
                FindingSeverity.Warning,
                months,
                Band.AtLeast((decimal)ramp),
                Invariant($"a draw of {Plural.Of(months, "month")} ends before a ramp of ")
                    + Invariant($"{Plural.Of(ramp, "month")} does")));
        }

        if (plan.TargetVariable is { } variable && draw.AnnualAmount > variable)
        {
            string recovered = draw.Kind == DrawKind.Recoverable ? ", so that pay at target never recovers it" : "";
            findings.Add(new CompPlanFinding(
                CompPlanCheck.DrawAboveTargetVariable,
                FindingSeverity.Warning,
                draw.AnnualAmount,
                Band.Between(0m, variable),
                Invariant($"a draw of {draw.AnnualAmount:#,0.##} a year is above target variable pay of ")
                    + Invariant($"{variable:#,0.##}{recovered}")));
        }
    }

    private static void AddSegmentsApart(List<CompPlanFinding> findings, ReadOnlySpan<Segment> segments)
    {
        for (int i = 0; i < segments.Length; i++)
        {
            for (int j = i + 1; j < segments.Length; j++)
            {
                Segment quick = segments[i].CycleMonths.Min <= segments[j].CycleMonths.Min ? segments[i] : segments[j];
                Segment slow = ReferenceEquals(quick, segments[i]) ? segments[j] : segments[i];
                if (quick.CycleMonths.Max is { } longest && longest < slow.CycleMonths.Min)
                {
                    findings.Add(new CompPlanFinding(
                        CompPlanCheck.SegmentsApart,
                        FindingSeverity.Serious,
                        slow.CycleMonths.Min - longest,
                        norm: null,
                        Invariant($"one plan covers {quick.Name} with a cycle of {quick.CycleMonths} months and ")
                            + Invariant($"{slow.Name} with one of {slow.CycleMonths}; each needs its own plan, ")
                            + "ramp and draw")
                    {
                        Citation = OnePlanForAll,
                    });
                }
            }
        }
    }

    private static void AddTargetPayMissed(List<CompPlanFinding> findings, CompPlan plan, PayComponent component)
    {
        if (component.Rates is not null)
        {
            return;
        }

        decimal target = plan.TargetVariable.GetValueOrDefault() * component.Weight;
        decimal pay = YearPay.OfComponent(plan, component).At(1m);
        if (target > 0m && decimal.Round(pay - target, 12) != 0m)
        {
            findings.Add(new CompPlanFinding(
                CompPlanCheck.TargetPayMissed,
                FindingSeverity.Warning,
                pay / target,
                Band.Between(1m, 1m),
                Invariant($"100% of {component.Measure.Name} pays {pay:#,0.##}, and target pay is {target:#,0.##}")));
        }
    }

    private static void AddPayFalls(List<CompPlanFinding> findings, CompPlan plan, PayComponent component)
    {
        YearPay pay = YearPay.OfComponent(plan, component);
        foreach (decimal corner in pay.Corners)
        {
            decimal jump = pay.JumpAt(corner);
            if (jump < 0m || pay.LineAbove(corner).Slope < 0m)
            {
                string how = jump < 0m ? Invariant($"by {-jump:#,0.##} at") : "from";
                findings.Add(new CompPlanFinding(
                    CompPlanCheck.PayFalls,
                    FindingSeverity.Serious,
                    corner,
                    norm: null,
                    $"pay on {component.Measure.Name} falls {how} {At(component, corner)}"));
                return;
            }
        }
    }

    private static void AddUncappedJump(List<CompPlanFinding> findings, CompPlan plan, PayComponent component)
    {
        if (component.AmountCap is not null || component.Curve.AttainmentCap is not null)
        {
            return;
        }

        YearPay pay = YearPay.OfComponent(plan, component);
        decimal largest = 0m;
        decimal at = 0m;
        foreach (Tier tier in (component.Rates ?? component.Curve.Tiers).Tiers)
        {
            if (tier.From > 0m && tier.Mode is TierMode.RetroactiveToFirstUnit or TierMode.RetroactiveOnOverage)
            {
                decimal jump = pay.JumpAt(tier.From);
                if (jump > largest)
                {
                    largest = jump;
                    at = tier.From;
                }
            }
        }

        if (largest > 0m)
        {
            findings.Add(new CompPlanFinding(
                CompPlanCheck.UncappedJump,
                FindingSeverity.Warning,
                largest,
                norm: null,
                Invariant($"reaching {Reached(component, at)} of {component.Measure.Name} pays {largest:#,0.##} at ")
                    + "once for earlier sales, and the pay is not capped"));
        }
    }

    private static string At(PayComponent component, decimal corner) => component.Rates is null
        ? Invariant($"{corner * 100m:0.##}% attainment")
        : "a credit of " + component.Measure.Format(corner);

    private static string Reached(PayComponent component, decimal corner) =>
        component.Rates is null ? Invariant($"{corner * 100m:0.##}%") : component.Measure.Format(corner);

    // A plan that pays nothing for expansion is for new customers only, and is not checked.
    private static void AddExpansionPaidLess(List<CompPlanFinding> findings, CompPlan plan)
    {
        decimal? onNew = PaidRates.OnNew(plan);
        decimal onExpansion = PaidRates.OnExpansion(plan);
        if (onNew is { } rate && onExpansion > 0m && onExpansion < rate)
        {
            findings.Add(new CompPlanFinding(
                CompPlanCheck.ExpansionPaidLess,
                FindingSeverity.Note,
                onExpansion / rate,
                Band.AtLeast(1m),
                Invariant($"expansion is paid at up to {onExpansion * 100m:0.##}%, and new ARR at ")
                    + Invariant($"{rate * 100m:0.##}%, of the credit at quota")));
        }
    }
}
