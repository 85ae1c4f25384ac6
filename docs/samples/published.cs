#:property PublishAot=false
#:project ../../src/RevenueModel/RevenueModel.csproj

// Which figures are published, and what do they imply? Writes docs/published.md from the library.
//
//   dotnet run docs/samples/published.cs                          prints the page
//   dotnet run docs/samples/published.cs -- docs/published.md     writes it

using System.Globalization;
using System.Text;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Expansion;
using RevenueModel.Forecasting;
using RevenueModel.Packaging;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string text = PublishedPage.Write(PublishedArchitectures.IndustrialIot2027, PublishedArchitectures.Ipaas2027);
if (args is [var file])
{
    File.WriteAllText(file, text);
    Console.WriteLine($"{file}: {text.Length:#,0} characters");
}
else
{
    Console.Write(text);
}

/// <summary>The page of published figures. Each figure is read from an architecture or computed from it.</summary>
internal static class PublishedPage
{
    public static string Write(params ReadOnlySpan<RevenueArchitecture> architectures)
    {
        var page = new MarkdownWriter();
        page.Line("# Published figures");
        page.Paragraph(
            "The figures that the library carries from each published architecture, beside the figures that they "
            + "imply. Published figures do not always agree with each other; none is corrected. An empty cell means "
            + "that the figure is not published or cannot be computed. [Architectures](architectures.md) shows how a "
            + "program reads these figures.");
        page.Paragraph(
            "`dotnet run docs/samples/published.cs -- docs/published.md` writes this page. A test compares it with "
            + "what the program prints.");
        foreach (RevenueArchitecture architecture in architectures)
        {
            Architecture(page, architecture);
        }

        return page.ToString();
    }

    private static void Architecture(MarkdownWriter page, RevenueArchitecture architecture)
    {
        page.Line("");
        page.Line("## " + architecture.Name);
        page.Paragraph($"Source: {architecture.Citation}.");
        if (architecture.NrrTarget is { } nrr)
        {
            page.Paragraph($"Target of net revenue retention over all segments: {nrr:0%}.");
        }

        Segments(page, architecture);
        Coverage(page, architecture);
        Buyers(page, architecture.BuyerMotion);
        Channel(page, architecture);
        Plans(page, architecture);
        PlanTerms(page, architecture);
        Expansion(page, architecture.Expansion);
        Pricing(page, architecture.Pricing);
        Forecast(page, architecture.Forecast);
    }

    private static void Segments(MarkdownWriter page, RevenueArchitecture architecture)
    {
        ValueList<Segment> segments = architecture.Segmentation.Segments;
        page.Heading("Segments");
        page.Table(["Figure", .. segments.Select(segment => segment.Name)]);
        Row("Size, " + segments[0].SizeUnit, segment => $"{segment.Size}");
        Row("Largest quoted size", segment => $"{segment.LargestQuotedSize:#,0}");
        Row("ACV", segment => $"{segment.Acv}");
        Row("Largest quoted ACV", segment => $"{segment.LargestQuotedAcv:#,0}");
        Row("Sales cycle, months", segment => $"{segment.CycleMonths}");
        Row("Sales cycle, days", segment => $"{segment.CycleDays}");
        Row("Win rate", segment => $"{segment.WinRate:0%}");
        Row("Stage 2 to close", segment => $"{segment.Stage2ToCloseRate:0%}");
        Row("Coverage target", segment => $"{segment.CoverageTarget:0.0}x");
        Row("Coverage target at stage 2", segment => Times(segment.CoverageTargetAtStage2));
        Row("Net revenue retention target", segment => $"{segment.NrrTarget:0%}");
        Row("Stakeholders of the buyer", segment => $"{segment.StakeholderCount}");
        Row("Section", segment => segment.Citation!.Section);

        page.Paragraph("Implied: contract values between the bands of two segments, which are in no segment.");
        page.Line("");
        for (int i = 1; i < segments.Count; i++)
        {
            (Segment lower, Segment upper) = (segments[i - 1], segments[i]);
            SegmentMatch match = SegmentCalculator.ByAcv(
                architecture.Segmentation, (lower.Acv.Max!.Value + upper.Acv.Min) / 2m);
            page.Item(match.Placement == SegmentPlacement.BetweenSegments
                ? $"Between {lower.Name} and {upper.Name}: {lower.Acv.Max:#,0} to {upper.Acv.Min:#,0}"
                : $"Between {lower.Name} and {upper.Name}: none, since both have the end {upper.Acv.Min:#,0}");
        }

        foreach (Segment segment in segments)
        {
            page.Line("");
            page.Line($"**{segment.Name}**");
            page.Line("");
            Item("Sales motion", segment.SalesMotion ?? "");
            Item("Decision makers", string.Join(", ", segment.DecisionMakers));
            Item("Modules", string.Join(", ", segment.Modules));
        }

        void Row(string name, Func<Segment, string> figure)
        {
            string[] figures = [.. segments.Select(figure)];
            if (figures.Any(value => value.Length > 0))
            {
                page.Row([name, .. figures]);
            }
        }

        void Item(string name, string value)
        {
            if (value.Length > 0)
            {
                page.Item($"{name}: {value}");
            }
        }
    }

    private static void Coverage(MarkdownWriter page, RevenueArchitecture architecture)
    {
        page.Heading("Coverage: stated and implied");
        page.Paragraph(
            "Quota is covered where the coverage is 1 / w at a win rate of w. Coverage times win rate is the share of "
            + "quota that closes. The sections are those of the segments.");
        page.Table(
            "Segment", "Stated coverage target", "Implied by the stage 2 close rate", "Stated win rate",
            "Implied by the coverage target", "Implied: quota closed at the win rate", "At the stage 2 close rate",
            "From stage 2 coverage, at the close rate");
        foreach (Segment segment in architecture.Segmentation.Segments)
        {
            PublishedCoverage coverage = architecture.CoverageOf(segment.Name);
            page.Row(
                segment.Name,
                Times(coverage.CoverageTarget),
                Times(coverage.RequiredCoverageAtCloseRate),
                $"{segment.WinRate:0%}",
                $"{coverage.ImpliedWinRate:0.0%}",
                $"{coverage.ImpliedAttainment:0.0%}",
                $"{coverage.ImpliedAttainmentAtCloseRate:0.0%}",
                $"{coverage.ImpliedAttainmentAtStage2:0.0%}");
        }
    }

    private static void Buyers(MarkdownWriter page, BuyerMotionFigures? buyers)
    {
        if (buyers is null)
        {
            return;
        }

        page.Heading("Two buyers: stated and implied", buyers.Citation);
        page.Table("Figure", "Stated", "Implied");
        page.Row("Win rate with both buyers engaged", $"{buyers.DualBuyerWinRate:0%}", "");
        page.Row("Win rate with one buyer engaged", $"{buyers.SingleBuyerWinRate:0%}", "");
        page.Row("Ratio of the two", $"{buyers.StatedRatio:0.###}", $"{buyers.ImpliedRatio:0.###}");
    }

    private static void Channel(MarkdownWriter page, RevenueArchitecture architecture)
    {
        if (!architecture.GoToMarketMotions.IsEmpty)
        {
            page.Heading("Go-to-market motions");
            page.Line("");
            foreach (string motion in architecture.GoToMarketMotions)
            {
                page.Item(motion);
            }
        }

        if (architecture.Channel is not { } channel)
        {
            return;
        }

        page.Heading("Partners", channel.Citation);
        page.Table("Figure", "Stated");
        page.RowIfGiven(
            "Enterprise deals that are implemented with a partner", $"{channel.EnterpriseCoImplementedShare:0%}");
        page.RowIfGiven(
            "Enterprise pipeline that is lost without specialty integrators",
            $"{channel.PipelineLostWithoutSpecialtyIntegrators:0%}");
        page.RowIfGiven("Mid-market implementations by boutique partners", $"{channel.BoutiqueShareOfMidMarket:0%}");
        foreach (ChannelExpansion expansion in channel.Expansion)
        {
            string implementation = expansion.Channel switch
            {
                ImplementationChannel.Direct => "without an integrator",
                ImplementationChannel.OneIntegrator => "with one integrator",
                _ => "with both integrators",
            };
            page.Row(
                $"Expansion of customers implemented {implementation}",
                expansion.Expansion.ToString().ToLowerInvariant());
        }
    }

    private static void Plans(MarkdownWriter page, RevenueArchitecture architecture)
    {
        var norms = new CompPlanNorms();
        page.Heading("Compensation plans: stated and implied");
        page.Paragraph(
            $"Quota is compared with on-target earnings (OTE) at both ends of a band; {norms.CommonQuotaToOte:0.#}x "
            + "is a common norm for account executives. The rate at quota is the pay for the ARR measure over its "
            + "target, at the middle of the bands and with equal weights, since no weights are published.");
        page.Table(
            "Role", "OTE", "Pay mix", "Measures and targets", "Implied quota / OTE", "Implied rate at quota",
            "Section");
        foreach (PublishedCompPlan plan in architecture.CompPlans)
        {
            // A plan without a published target cannot be made without components of your own.
            CompPlan? middle = plan.Measures.IsEmpty || plan.Measures.Any(measure => measure.Target is null)
                ? null
                : plan.PlanAt(0.5m);
            page.Row(
                plan.Role,
                $"{plan.OnTargetEarnings}",
                $"{plan.PayMix}",
                string.Join("; ", plan.Measures),
                plan.QuotaToOteMultiple is { } multiple ? $"{multiple:0.0}x" : "",
                $"{middle?.CommissionRateAtQuota:0.0%}",
                plan.Citation!.Section);
        }
    }

    private static void PlanTerms(MarkdownWriter page, RevenueArchitecture architecture)
    {
        page.Heading("Terms of compensation plans");
        bool hasOthers = architecture.CompPlans.Any(
            plan => plan.AcceleratedProduct is not null || plan.OtherResidualOf is not null);
        page.Paragraph(
            "The sections are those of the plans above."
            + (hasOthers
                ? " Accelerators and the other name of a residual are from parts without a section number."
                : ""));
        page.Table("Role", "Term", "Stated");
        foreach (PublishedCompPlan plan in architecture.CompPlans)
        {
            if (plan.Segment is { } segment)
            {
                page.Row(plan.Role, "Segment", segment);
            }

            if (plan.ResidualRate is { } rate)
            {
                string months = plan.ResidualMonths is { } given ? $" for {given} months" : "";
                page.Row(plan.Role, "Residual", $"{rate:0%} of {plan.ResidualOf}{months}");
            }

            if (plan.OtherResidualOf is { } other)
            {
                page.Row(plan.Role, "Residual, in another part of the document", "of " + other);
            }

            if (plan.Vesting != default)
            {
                page.Row(plan.Role, "Vesting at once and on each anniversary", $"{plan.Vesting}");
            }

            if (plan.Draw is { } draw)
            {
                page.Row(plan.Role, "Draw of a year", $"{draw}");
            }

            if (plan.Gate is { } gate)
            {
                page.Row(plan.Role, "Credit counts only with", $"{gate}");
            }

            if (plan.AcceleratedProduct is { } product)
            {
                page.Row(plan.Role, "Accelerators, without a published rate", product);
            }

            if (plan.Coverage is { } team)
            {
                page.Row(plan.Role, "Deal team", $"{team}");
                DealTeam(page, architecture, plan.Role, team);
            }
        }
    }

    // What the loss means for the published win rates of the segment.
    private static void DealTeam(
        MarkdownWriter page, RevenueArchitecture architecture, string role, DealTeamCoverage team)
    {
        if (team.Segment is { } name
            && architecture.FindSegment(name)?.WinRate is { Max: { } max } pair
            && team.WinRateWithOne(pair.Min) is { } low
            && team.WinRateWithOne(max) is { } high)
        {
            page.Row(role, $"Implied: win rate with one alone, not {pair:0%}", $"{Band.Between(low, high):0.0%}");
        }
    }

    private static void Expansion(MarkdownWriter page, ExpansionFigures? expansion)
    {
        if (expansion is null)
        {
            return;
        }

        page.Heading("Expansion: stated and implied", expansion.Citation);
        page.Table("Figure", "Stated", "Implied");
        if (expansion.StatedGrowth is { } growth && expansion.Multiples is { } multiples)
        {
            string years = $"over {growth.Years:0.#} years";
            page.Row($"Multiple of {expansion.VolumeUnit} {years}", $"{growth.Multiple:0.0##}x",
                $"{growth.ImpliedMultiple:0.0##}x at the stated growth");
            page.Row($"Growth of {expansion.VolumeUnit} a year", $"{growth.StatedGrowthPerYear:0%}",
                $"{growth.ImpliedGrowthPerYear:0.0%} by the stated multiple");
            page.Row($"Multiple of ACV {years}", $"{multiples.AcvMultiple:0.0##}x",
                $"{multiples.AcvGrowthPerYear:0.0%} a year");
            page.Row($"Elasticity of ACV to {expansion.VolumeUnit}", "", $"{multiples.Elasticity:0.000}");
        }

        Row("ARR that an AI module adds to an account", $"{expansion.ModuleUplift:0%}");
        Row("Lag of the attach rate without the overlay role, points", $"{expansion.AttachLagPoints}");
        Row("Lag of expansion without dashboards of volume, points", $"{expansion.ExpansionLagPoints}");
        page.Line("");
        page.Line("**Drivers of expansion**");
        page.Line("");
        foreach (ExpansionDriver driver in expansion.Drivers)
        {
            page.Item(driver.Name);
        }

        void Row(string name, string stated)
        {
            if (stated.Length > 0)
            {
                page.Row(name, stated, "");
            }
        }
    }

    private static void Pricing(MarkdownWriter page, PricingFigures? pricing)
    {
        if (pricing is null)
        {
            return;
        }

        page.Heading("Pricing and retention: stated and implied", pricing.Citation);
        page.Table("Figure", "Stated", "Implied");
        foreach (PricingRetention retention in new[] { pricing.PredictableTiers, pricing.PureUsage })
        {
            page.Row($"Renewal retention, {retention.Name}", $"{retention.RenewalRetention:0%}", "");
            if (retention.PricePressure is { } pressure)
            {
                page.Row($"Price pressure on renewals, {retention.Name}", $"{pressure:0%}", "");
                page.Row($"Retained ARR, {retention.Name}", "", $"{retention.ArrRetention:0.0%}");
            }
        }

        string agrees = pricing.IsStatedGapImplied switch
        {
            true => ", within the stated gap",
            false => ", outside the stated gap",
            null => "",
        };
        page.Row(
            "Gap of retention, points",
            $"{pricing.StatedRetentionGapPoints:0.#}",
            $"{pricing.ImpliedRetentionGapPoints:0.#}{agrees}");
        page.Row("Gap of retained ARR, points", "", $"{pricing.ImpliedArrGapPoints:0.#}");
        page.Row("Bill shock: multiple of the usual bill", Times(pricing.BillShockMultiple), "");
    }

    private static void Forecast(MarkdownWriter page, ForecastFigures? forecast)
    {
        if (forecast is null)
        {
            return;
        }

        InstallBasePolicy policy = forecast.InstallBase;
        page.Heading("Install base: stated and implied", forecast.Citation);
        page.Paragraph(
            $"Stated: above {policy.AboveEnterpriseCustomers:#,0} enterprise customers, {policy.ExpansionShare:0%} of "
            + $"the forecast is expansion and {policy.NewLogoShare:0%} new logos.");
        page.Table("Vendor", "Enterprise customers", "Implied: the policy applies");
        foreach (VendorCustomers vendor in forecast.Vendors)
        {
            page.Row(
                vendor.Vendor,
                $"{vendor.EnterpriseCustomers:#,0}",
                policy.AppliesTo(vendor.EnterpriseCustomers) ? "yes" : "no");
        }
    }

    private static string Times(decimal? multiple) => multiple is { } given ? $"{given:0.0#}x" : "";
}

/// <summary>Writes headings, paragraphs, lists and tables. Only rows of tables exceed 119 characters.</summary>
internal sealed class MarkdownWriter
{
    private const int MaxColumns = 119;

    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void Line(string line)
    {
        _text.Append(line).Append('\n');
    }

    public void Heading(string heading, Citation? citation = null)
    {
        Line("");
        Line("### " + heading);
        if (citation is not null)
        {
            Paragraph($"Section {citation.Section}.");
        }
    }

    public void Paragraph(string text)
    {
        Line("");
        Wrap(text, "", "");
    }

    public void Item(string text)
    {
        Wrap(text, "- ", "  ");
    }

    public void Table(params ReadOnlySpan<string> columns)
    {
        Line("");
        Row(columns);
        _text.Append('|').Insert(_text.Length, " --- |", columns.Length).Append('\n');
    }

    public void Row(params ReadOnlySpan<string> cells)
    {
        foreach (string cell in cells)
        {
            _text.Append(cell.Length == 0 ? "| " : $"| {cell.Replace("|", "\\|", StringComparison.Ordinal)} ");
        }

        _text.Append("|\n");
    }

    public void RowIfGiven(string name, string value)
    {
        if (value.Length > 0)
        {
            Row(name, value);
        }
    }

    private void Wrap(string text, string first, string next)
    {
        string line = first;
        bool empty = true;
        foreach (string word in text.Split(' '))
        {
            if (!empty && line.Length + 1 + word.Length > MaxColumns)
            {
                _text.Append(line).Append('\n');
                line = next;
                empty = true;
            }

            line += empty ? word : " " + word;
            empty = false;
        }

        _text.Append(line).Append('\n');
    }
}
