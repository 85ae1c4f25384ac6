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
using RevenueModel.Kpis;
using RevenueModel.Organization;
using RevenueModel.Packaging;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Segments;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string text = PublishedPage.Write(
    PublishedArchitectures.IndustrialIot2027, PublishedArchitectures.Ipaas2027, PublishedArchitectures.OtSecurity2027);
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

        Together(page, architectures);
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

        if (!architecture.Segmentation.Segments.IsEmpty)
        {
            Segments(page, architecture);
            Coverage(page, architecture);
        }

        Benchmarks(page, architecture);
        Buyers(page, architecture.BuyerMotion);
        BuyingGroup(page, architecture.BuyingGroup);
        TechnicalBuyer(page, architecture.TechnicalBuyer);
        Triggers(page, architecture);
        Sale(page, architecture);
        Market(page, architecture.Market);
        Channel(page, architecture);
        if (!architecture.CompPlans.IsEmpty)
        {
            Plans(page, architecture);
            PlanTerms(page, architecture);
        }

        Organization(page, architecture);
        Cadence(page, architecture);
        Expansion(page, architecture.Expansion);
        Growth(page, architecture);
        Pricing(page, architecture.Pricing);
        Forecast(page, architecture.Forecast);
        FailureModes(page, architecture);
        OtherPrints(page, architecture);
        Consistency(page, ConsistencyCalculator.Review(architecture));
    }

    // Each pair of architectures is compared.
    private static void Together(MarkdownWriter page, ReadOnlySpan<RevenueArchitecture> architectures)
    {
        for (int i = 0; i < architectures.Length; i++)
        {
            for (int other = i + 1; other < architectures.Length; other++)
            {
                ConsistencyReport report = ConsistencyCalculator.Compare(architectures[i], architectures[other]);
                if (!report.Checks.IsEmpty)
                {
                    page.Line("");
                    page.Line($"## {architectures[i].Name} and {architectures[other].Name}");
                    Consistency(page, report);
                }
            }
        }
    }

    private static void Consistency(MarkdownWriter page, ConsistencyReport report)
    {
        page.Heading("Consistency: printed and implied");
        page.Paragraph($"{report}. [Consistency](consistency.md#rules) has the law of each rule.");
        page.Table("Rule", "Subject", "Implied and printed", "Verdict", "Section");
        foreach (ConsistencyCheck check in report.Checks)
        {
            page.Row(
                $"`{check.Rule}`",
                check.Subject,
                check.Arithmetic(),
                Verdict(check.Verdict),
                string.Join("; ", check.Citations.Select(citation => citation.Section).Distinct()));
        }
    }

    private static string Verdict(ConsistencyVerdict verdict) => verdict switch
    {
        ConsistencyVerdict.Agrees => "agrees",
        ConsistencyVerdict.AgreesRounded => "agrees when rounded",
        ConsistencyVerdict.Contradicts => "**contradicts**",
        ConsistencyVerdict.Incomplete => "incomplete",
        _ => "note",
    };

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
        page.Row("Condition", buyers.Condition ?? "", "");
        page.Row("Source", buyers.Source ?? "", "");
    }

    private static void Benchmarks(MarkdownWriter page, RevenueArchitecture architecture)
    {
        page.Section(
            "Indicators",
            null,
            [
                "Indicator", "Segment", "Healthy", "Unit", "Alarm beyond", "Causes of an alarm", "Compared with",
                "Other statements", "Section",
            ],
            architecture.Benchmarks.Select(benchmark => new[]
            {
                benchmark.Kpi,
                benchmark.Segment ?? "",
                $"{benchmark.Healthy}{(benchmark.AsPrinted is { } printed ? $", printed {printed}" : "")}",
                benchmark.Unit ?? "",
                $"{benchmark.AlarmStatistic} {benchmark.Alarm}".Trim(),
                string.Join("; ", benchmark.Causes),
                string.Join("; ", benchmark.Comparisons),
                string.Join("; ", Statements(benchmark)),
                benchmark.Citation!.Section,
            }));
        if (architecture.RecurringMix is { } mix)
        {
            page.Heading("Recurring mix: stated and implied", mix.Citation);
            page.Table("Figure", "Stated", "Implied");
            page.Row("Healthy recurring share", $"{mix.HealthyShare:0%}", "");
            page.Row("Gross margin of software", $"{mix.SoftwareMargin:0%}", "");
            page.Row("Gross margin of services", $"{mix.ServicesMargin:0%}", "");
            page.Row("Share that investors reward, from", $"{mix.RewardedShare:0%}",
                $"gross margin {mix.GrossMargin(mix.RewardedShare):0.0%}");
            page.Row("Share of services that earns like a consultancy", $"{mix.ServicesWarningShare:0%}",
                $"gross margin {mix.GrossMargin(1m - mix.ServicesWarningShare):0.0%}");
        }

        page.Section(
            "Lifetime value: stated and implied",
            architecture.LifetimeValues.IsEmpty ? null : architecture.LifetimeValues[0].Citation,
            ["Segment", "Stated lifetime value", "Implied by ACV, margin and logo retention"],
            architecture.LifetimeValues.Select(value =>
                new[] { value.Segment, $"{value.LifetimeValue}", $"{value.Implied}" }));
        page.List(
            "Drivers of a high acquisition cost",
            architecture.AcquisitionCostDrivers.Select(driver => driver switch
            {
                AcquisitionCostKind.SalesCycle => "long cycle",
                AcquisitionCostKind.TechnicalPreSales => "technical pre-sales",
                AcquisitionCostKind.SiteTravel => "travel to remote sites",
                _ => $"{driver}",
            }));
    }

    private static IEnumerable<string> Statements(KpiBenchmark benchmark)
    {
        if (benchmark.IsLeading)
        {
            yield return "a leading indicator"
                + (benchmark.LeadMonths is { } months ? $", {months} months ahead of revenue" : "");
        }

        if (benchmark.Formula is { } formula)
        {
            yield return formula;
        }

        foreach (string cause in benchmark.HealthyCauses)
        {
            yield return "cause: " + cause;
        }

        foreach (string note in benchmark.Notes)
        {
            yield return "track: " + note;
        }
    }

    private static void BuyingGroup(MarkdownWriter page, BuyingGroup? group)
    {
        if (group is null)
        {
            return;
        }

        page.Section(
            "Buying group",
            group.Citation,
            ["Side", "Signs off", "Veto", "Owns", "Cares about"],
            group.Sides.Select(side => new[]
            {
                side.Name,
                string.Join(", ", side.SignOff),
                side.VetoHolder ?? "",
                string.Join(", ", side.Owns),
                string.Join(", ", side.Concerns),
            }));
        page.Paragraph(
            (group.RequiresAllSides ? "Each side signs off. " : "One side signs off. ")
            + $"The sides differ in {string.Join(", ", group.DiffersIn)}.");
        page.Section(
            "Champions",
            null,
            ["Champion", "Side", "Titles", "Provides", "Missing without the champion"],
            group.Champions.Select(role => new[]
            {
                role.Name, role.Side, string.Join(", ", role.Titles), role.Provides ?? "", role.Gap ?? "",
            }));
    }

    private static void TechnicalBuyer(MarkdownWriter page, TechnicalBuyer? buyer)
    {
        if (buyer is null)
        {
            return;
        }

        page.Heading("Technical buyer", buyer.Citation);
        page.Table("Subject", "Stated");
        page.Row("Roles", string.Join(", ", buyer.Roles));
        page.Row("Refuses", string.Join("; ", buyer.Refuses));
        page.Row("Price of entry", buyer.PriceOfEntry ?? "");
        page.Row("Worst cases", string.Join(", ", buyer.WorstCases));
        page.Row("Cost of a worst case", buyer.WorstCaseCost ?? "");
    }

    private static void Triggers(MarkdownWriter page, RevenueArchitecture architecture)
    {
        if (architecture.Regulations is { } regulations)
        {
            page.Section(
                "Regulations",
                regulations.Citation,
                ["Regulation", "Obliges"],
                regulations.Triggers.Select(trigger => new[] { trigger.Name, trigger.Obliges ?? "" }));
            page.Paragraph(
                $"Kind: {regulations.Kind}. To be mapped: {string.Join(", ", regulations.Mapping)}. Effect: "
                + $"{regulations.Effect}.");
        }

        if (architecture.FreezeWindows is { } freeze)
        {
            page.Heading("Freeze windows", freeze.Citation);
            page.Table("Windows", "Delay, quarters", "Effect");
            page.Row(string.Join(", ", freeze.Windows), $"{freeze.DelayQuarters}", freeze.Effect ?? "");
        }
    }

    private static void Sale(MarkdownWriter page, RevenueArchitecture architecture)
    {
        page.List("Stages of a sale", architecture.Stages);
        if (architecture.BakeOffs is { } bakeOffs)
        {
            page.Heading("Bake-offs: stated and implied", bakeOffs.Citation);
            page.Table("Figure", "Stated", "Implied");
            page.Row(
                "Rivals in a bake-off",
                $"{bakeOffs.RivalsPerBakeOff}",
                bakeOffs.RivalsPerBakeOff is { Max: { } most, Min: var least }
                    ? $"win rate at even odds {Band.Between(1m / (1 + most), 1m / (1 + least)):0.0%}"
                    : "");
            page.Row("Named rivals", string.Join(", ", bakeOffs.Rivals), $"{bakeOffs.Rivals.Count} names");
            page.Row("The winner shows", string.Join(", ", bakeOffs.WinnerShows), "");
            page.Row("Alerts are mapped to", bakeOffs.AlertsMappedTo ?? "", "");
            page.Row("Champions of the winner", string.Join(", ", bakeOffs.Champions), "");
        }
    }

    private static void Market(MarkdownWriter page, MarketFigures? market)
    {
        if (market is null)
        {
            return;
        }

        page.Section(
            "Vendors",
            market.Citation,
            ["Vendor", "Products", "ARR", "Valuation", "Other statements"],
            market.Vendors.Select(vendor => new[]
            {
                vendor.Name,
                string.Join(", ", vendor.Products),
                vendor.Arr is { } arr ? About(vendor) + $"{arr:#,0}" : "",
                vendor.Valuation is { } valuation ? About(vendor) + Figure(valuation) : "",
                string.Join("; ", Statements(vendor)),
            }));
        Groups("Vendors by segment", "Segment", market.VendorsBySegment);
        Groups("Vendors by camp", "Camp", market.Camps);
        Groups("Named accounts", "Segment", market.NamedAccounts);
        Groups("Competitors of another kind", "Kind", market.Competitors);
        page.List("Service providers", market.ServiceProviders);
        page.List("Services that they deliver", market.Services);

        void Groups(string heading, string name, ValueList<NameGroup> groups) => page.Section(
            heading,
            null,
            [name, "Count", "Names", "Section"],
            groups.Select(group => new[]
            {
                group.Name, $"{group.Members.Count}", string.Join(", ", group.Members), group.Citation!.Section,
            }));
    }

    private static string About(MarketVendor vendor) => vendor.IsApproximate ? "about " : "";

    private static IEnumerable<string> Statements(MarketVendor vendor)
    {
        if (vendor.Status is { } status)
        {
            yield return status;
        }

        if (vendor.Ticker is { } ticker)
        {
            yield return "listed as " + ticker;
        }

        if (vendor.FormerName is { } former)
        {
            yield return "formerly " + former;
        }

        if (vendor.BuiltOn is { } product)
        {
            yield return "built on " + product;
        }

        foreach (VendorAcquisition acquired in vendor.Acquisitions)
        {
            yield return $"acquired {acquired}";
        }

        if (!vendor.JointVentureOf.IsEmpty)
        {
            yield return "joint venture of " + string.Join(" and ", vendor.JointVentureOf);
        }
    }

    private static void Channel(MarkdownWriter page, RevenueArchitecture architecture)
    {
        page.Section(
            "Go-to-market motions",
            null,
            ["Motion", "Playbook", "Used by", "For", "Vendors", "Segments with figures", "Section"],
            architecture.GoToMarketMotions.Select(motion => new[]
            {
                motion.Name,
                motion.Playbook,
                motion.UsedBy ?? "",
                motion.Purpose ?? "",
                string.Join(", ", motion.Vendors),
                motion.Segments.IsEmpty ? "none; no figures are published" : string.Join(", ", motion.Segments),
                motion.Citation!.Section,
            }));
        page.Section(
            "Kinds of partners",
            null,
            ["Kind", "Does", "Count in the name", "Section of the list", "Names listed", "Names", "Other statements"],
            architecture.PartnerKinds.SelectMany(kind => kind.Lists.Select(list => new[]
            {
                kind.Name,
                kind.Does ?? "",
                $"{kind.CountInName}",
                list.Section,
                $"{list.Names.Count}",
                string.Join(", ", list.Names),
                string.Join("; ", new[]
                {
                    kind.Practices.IsEmpty ? "" : "practices: " + string.Join(", ", kind.Practices),
                    kind.Programs.IsEmpty ? "" : "programs: " + string.Join(", ", kind.Programs),
                }.Where(statement => statement.Length > 0)),
            })));

        if (architecture.Channel is not { } channel)
        {
            return;
        }

        page.Heading("Partners", channel.Citation);
        page.Table("Figure", "Stated");
        page.RowIfGiven(
            "Enterprise deals implemented by all of: " + string.Join(", ", channel.CoImplementedBy),
            $"{channel.EnterpriseCoImplementedByAllShare:0%}");
        page.RowIfGiven("Source of that share", channel.Source ?? "");
        page.RowIfGiven(
            "Enterprise pipeline that is lost without specialty integrators",
            (channel.IsPipelineLossApproximate ? "about " : "")
            + $"{channel.PipelineLostWithoutSpecialtyIntegrators:0%}");
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

            if (plan.Since is { } since)
            {
                page.Row(plan.Role, "Year since which the role exists", $"{since}");
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

        if (architecture.PlanPrinciples is { } principles)
        {
            page.Heading("Principles of compensation plans", principles.Citation);
            page.Table("Subject", "Stated");
            page.Row("Separate", string.Join(", ", principles.SeparateParts));
            page.Row("For", string.Join(", ", principles.SeparateSegments));
            page.Row("Account executives are paid on", string.Join(", ", principles.PaidOn));
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

    private static void Organization(MarkdownWriter page, RevenueArchitecture architecture)
    {
        if (architecture.Chart is { } chart)
        {
            HashSet<string> unpaid =
            [
                .. chart.RolesWithoutPlan(architecture.CompPlans.Select(plan => plan.Role)).Select(role => role.Name),
            ];
            page.Section(
                "Organization chart",
                null,
                ["Box", "Kind", "Reports to", "Published plan"],
                chart.Roles.Select(role => new[]
                {
                    role.Name,
                    role.Kind.ToString().ToLowerInvariant(),
                    role.ReportsTo ?? "",
                    role.Kind == RoleKind.Dashboard ? "" : unpaid.Contains(role.Name) ? "none"
                        : role.PlanName ?? architecture.FindCompPlan(role.Name)?.Role ?? "",
                }));
            page.List(
                "Plans of roles that the chart does not have",
                architecture.CompPlans.Select(plan => plan.Role).Where(plan => chart.Roles.All(role =>
                    !string.Equals(role.PlanName ?? role.Name, plan, StringComparison.OrdinalIgnoreCase))));
        }

        page.Section(
            "Required roles",
            null,
            ["Requirement", "Roles", "From ARR", "On each deal of", "Payback, quarters", "Section"],
            architecture.RoleRequirements.Select(requirement => new[]
            {
                requirement.Name,
                string.Join(", ", requirement.Roles),
                $"{requirement.FromArr:#,0}",
                string.Join(", ", requirement.Segments),
                $"{requirement.PaybackQuarters}",
                requirement.Citation!.Section,
            }));
    }

    private static void Cadence(MarkdownWriter page, RevenueArchitecture architecture)
    {
        page.Section(
            "Reviews",
            architecture.Reviews.IsEmpty ? null : architecture.Reviews[0].Citation,
            ["Frequency", "Review", "Indicators"],
            architecture.Reviews.Select(review => new[]
            {
                review.Frequency.ToString().ToLowerInvariant(), review.Name, string.Join(", ", review.Kpis),
            }));
        page.Section(
            "Rollout plan",
            null,
            ["Days", "Focus", "Step", "Checked against data by"],
            architecture.Rollout.Select(step => new[]
            {
                $"{step.FirstDay} to {step.LastDay}",
                architecture.RolloutPhases.FirstOrDefault(phase => phase.FirstDay == step.FirstDay)?.Name ?? "",
                step.Name,
                step.Check == RolloutCheck.None ? "" : $"{step.Check}",
            }));
        if (architecture.KeyDashboards is { } dashboards)
        {
            page.Heading("Most important dashboards", dashboards.Citation);
            page.Table("Dashboards", "Owner", "Reports to");
            page.Row(string.Join(", ", dashboards.Names), dashboards.Owner ?? "", dashboards.OwnerReportsTo ?? "");
        }
    }

    private static void Growth(MarkdownWriter page, RevenueArchitecture architecture)
    {
        page.Section(
            "Disclosed net revenue retention",
            architecture.NrrDisclosed.IsEmpty ? null : architecture.NrrDisclosed[0].Citation,
            ["Vendor", "Year", "NRR", "Other statements"],
            architecture.NrrDisclosed.Select(nrr => new[]
            {
                nrr.Vendor,
                $"{nrr.Year}",
                $"{nrr.Nrr:0%}",
                string.Join("; ", new[]
                {
                    nrr.IsBestInClass ? "best-in-class composite" : null, nrr.Scope, nrr.Cause, nrr.PricingModel,
                }.OfType<string>()),
            }));
        if (architecture.LandAndExpand is { Benchmark: var sites } growth)
        {
            page.Heading("Land and expand: stated and implied", sites.Citation);
            page.Table("Figure", "Stated", "Implied");
            page.Row("ACV of a pilot", $"{sites.PilotArr:#,0}", "");
            page.Row("ACV of the license", $"{sites.LicenseArr:#,0}",
                $"{sites.LicenseArr / sites.LicenseSites:#,0} a site");
            page.Row("Sites of the license", $"{sites.LicenseSites}",
                sites.HealthySitesPerYear is { Max: { } most, Min: var least }
                    ? $"{(sites.LicenseSites - 1) / most:0.0} to {(sites.LicenseSites - 1) / least:0.0} years"
                    : "");
            page.Row("Healthy: sites added a year", $"{sites.HealthySitesPerYear}", "");
            page.Row("Stalled: sites added a year", $"{sites.StalledSitesPerYear}", "");
            page.Row("ACV of a site", $"{sites.ArrPerSite}", "");
            page.Row("Kinds of sites", string.Join(", ", growth.SiteKinds), "");
            page.Row("Sites by kind of customer", string.Join(", ", growth.Estates), "");
            page.Row("Scopes of a first deal", string.Join(", ", growth.FirstDealScopes), "");
        }

        if (architecture.AiShift is { } shift)
        {
            page.Heading("Shift to AI", shift.Citation);
            page.Table("Subject", "Stated");
            page.Row("Capabilities", string.Join(", ", shift.Capabilities));
            page.Row("Products", string.Join(", ", shift.Products));
            page.RowIfGiven("AI needs", string.Join(", ", shift.Needs));
            page.RowIfGiven("It also adds", shift.Adds ?? "");
        }

        if (architecture.CustomerValue is { } value)
        {
            page.Heading("Value for customers", value.Citation);
            page.Table("Figure", "Stated");
            page.Row("Customers", value.Customers ?? "");
            page.Row("Payback, months", $"{value.Roi.PaybackMonths}");
            page.Row(
                $"Reduction of unplanned downtime, by {value.DowntimeReductionBy}",
                $"{value.Roi.DowntimeReduction:0%}");
            page.Row($"Improvement of yield, by {value.YieldImprovementBy}", $"{value.Roi.YieldImprovement:0%}");
            page.Row("ARR of the modules", $"{value.Roi.ModuleArr}");
            page.Row($"Savings a year at {value.SavingsAt}", value.AnnualSavings ?? "");
        }
    }

    private static void FailureModes(MarkdownWriter page, RevenueArchitecture architecture) => page.Section(
        "Failure modes",
        null,
        ["Failure mode", "Effects", "Other consequences", "Signs", "Fixes", "Rank", "Section"],
        architecture.FailureModes.Select(mode => new[]
        {
            mode.Name,
            string.Join("; ", mode.Effects.Select(Effect)),
            string.Join("; ", mode.Consequences),
            string.Join("; ", mode.Signs),
            string.Join("; ", mode.Fixes),
            string.Join("; ", mode.Ranks),
            mode.Citation!.Section,
        }));

    private static string Effect(FailureEffect effect)
    {
        (string name, string format) = effect.Measure switch
        {
            FailureMeasure.WinRate => ("win rate", "0%"),
            FailureMeasure.PipelineLost => ("pipeline lost", "0%"),
            FailureMeasure.AttachLag => ("lag of the attach rate, points", "0"),
            FailureMeasure.ExpansionLag => ("lag of expansion, points", "0"),
            FailureMeasure.RetentionGap => ("loss of renewal retention, points", "0"),
            FailureMeasure.UpliftLost => ("incremental ARPU lost", "0%"),
            FailureMeasure.CycleMonths => ("cycle, months", "0"),
            FailureMeasure.CycleDays => ("cycle, days", "0"),
            FailureMeasure.DelayQuarters => ("delay, quarters", "0"),
            FailureMeasure.LifetimeValueLost => ("lifetime value lost", "#,0"),
            _ => ("forecast built for deals of days", "0"),
        };
        return $"{name}{(effect.Segment is { } segment ? $" ({segment})" : "")}: "
            + (effect.IsApproximate ? "about " : "") + Figure(effect.Value, format)
            + (effect.InsteadOf is { } instead ? $" instead of {Figure(instead, format)}" : "");
    }

    // What other sections print, the diagrams, and the notes.
    private static void OtherPrints(MarkdownWriter page, RevenueArchitecture architecture)
    {
        page.Section(
            "Figures that another section prints differently",
            null,
            ["Subject", "Figure", "Value there", "Wording there", "Section"],
            architecture.Restatements.Select(other => new[]
            {
                other.Subject,
                other.Figure,
                other.Value is { } value ? Figure(value) : "",
                other.Text ?? "",
                other.Citation!.Section,
            }));
        page.Section(
            "Lists that sections print differently",
            null,
            ["Subject", "Section", "Count", "Names"],
            architecture.Lists.SelectMany(list => list.Lists.Select(section => new[]
            {
                list.Subject, section.Section, $"{section.Names.Count}", string.Join(", ", section.Names),
            })));
        foreach (PublishedFlow flow in architecture.Flows)
        {
            page.Section(
                "Diagram: " + flow.Name,
                flow.Citation,
                ["From", "Label", "To"],
                flow.Edges.Select(edge => new[] { edge.From, edge.Label ?? "", edge.To }));
        }

        page.Section(
            "Notes",
            null,
            ["Subject", "Figure", "Kind", "Note", "Section"],
            architecture.Notes.Select(note => new[]
            {
                note.Subject,
                note.Figure ?? "",
                note.Kind.ToString().ToLowerInvariant(),
                note.Text,
                note.Citation!.Section,
            }));
    }

    // A band with equal ends is one figure.
    private static string Figure(Band<decimal> band, string format = "#,0.##") => band.Max == band.Min
        ? band.Min.ToString(format, CultureInfo.InvariantCulture)
        : band.ToString(format, CultureInfo.InvariantCulture);

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
        Row("Volume disclosed by", $"{expansion.VolumeDisclosedBy} {expansion.VolumeDisclosedIn}".Trim());
        Row("Volume grows with", string.Join(", ", expansion.VolumeGrowsWith));
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
        page.Row("Source of the gap", pricing.Source ?? "", "");
        page.Row("Usage is priced in", string.Join(", ", pricing.PricedUnits), "");
        page.Row("To be measured by the vendor", pricing.Instrument ?? "", "");
        page.Row("Recommended pricing", pricing.Offer ?? "", "");
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
                (vendor.IsApproximate ? "about " : "") + $"{vendor.EnterpriseCustomers:#,0}"
                    + (vendor.IsAtLeast ? "+" : ""),
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

    /// <summary>Writes a heading and a table; nothing if there are no rows.</summary>
    public void Section(string heading, Citation? citation, string[] columns, IEnumerable<string[]> rows)
    {
        string[][] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        Heading(heading, citation);
        bool[] isUsed = [.. columns.Select((_, column) => all.Any(row => row[column].Length > 0))];
        Table([.. columns.Where((_, column) => isUsed[column])]);
        foreach (string[] row in all)
        {
            Row([.. row.Where((_, column) => isUsed[column])]);
        }
    }

    /// <summary>Writes a heading and a list; nothing if there are no items.</summary>
    public void List(string heading, IEnumerable<string> items)
    {
        string[] all = [.. items];
        if (all.Length == 0)
        {
            return;
        }

        Heading(heading);
        Line("");
        foreach (string item in all)
        {
            Item(item);
        }
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
