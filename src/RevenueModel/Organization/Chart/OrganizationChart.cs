using System.Text;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>An organization chart: roles, overlays and dashboards, each with one manager, under one root.</summary>
/// <remarks>Immutable; equal by value. Names are compared ignoring case. Created by
/// <see cref="Of(ReadOnlySpan{OrganizationRole})"/> or <see cref="OfLines"/>, which refuse a chart that is not a
/// tree.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record OrganizationChart
{
    private OrganizationChart(ValueList<OrganizationRole> roles, OrganizationRole root)
    {
        Roles = roles;
        Root = root;
    }

    /// <summary>Gets the boxes, in the order in which they were given.</summary>
    public ValueList<OrganizationRole> Roles { get; }

    /// <summary>Gets the box that reports to nobody, such as the CRO.</summary>
    public OrganizationRole Root { get; }

    /// <summary>Gets the number of reporting lines.</summary>
    public int LineCount => Roles.Count - 1;

    /// <summary>Creates a chart.</summary>
    /// <param name="roles">The boxes, at least one: exactly one without a manager, and each manager is one of
    /// them.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentException">A box is null, a name occurs twice, a manager is missing, no box or more
    /// than one has no manager, or reporting lines form a circle. The message names the boxes.</exception>
    /// <example><code>
    /// OrganizationChart chart = OrganizationChart.Of(
    ///     new OrganizationRole { Name = "CRO" },
    ///     new OrganizationRole { Name = "VP Sales", ReportsTo = "CRO" },
    ///     new OrganizationRole { Name = "SMB AE", ReportsTo = "VP Sales" });
    /// Console.WriteLine(chart); // 3 boxes under CRO
    /// </code></example>
    public static OrganizationChart Of(params ReadOnlySpan<OrganizationRole> roles) =>
        Create(ValueList.Create(roles), nameof(roles));

    /// <inheritdoc cref="Of(ReadOnlySpan{OrganizationRole})"/>
    public static OrganizationChart Of(IEnumerable<OrganizationRole> roles) => Of(roles.AsItems());

    /// <summary>Creates a chart from its reporting lines.</summary>
    /// <param name="lines">The lines, at least one; <see cref="Keyed{TKey, TValue}.Key"/> is the manager and the value
    /// is who reports to it.</param>
    /// <returns>The chart. All boxes are roles.</returns>
    /// <exception cref="ArgumentException">There is no line, a name is blank, a box has two managers, there is not
    /// exactly one root, or lines form a circle.</exception>
    public static OrganizationChart OfLines(IEnumerable<Keyed<string, string>> lines)
    {
        var roles = new List<OrganizationRole>();
        var reporting = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var managers = new List<string>();
        foreach ((string manager, string role) in Guard.Against.Null(lines))
        {
            roles.Add(new OrganizationRole { Name = role, ReportsTo = manager });
            reporting.Add(role);
            managers.Add(manager);
        }

        foreach (string manager in managers)
        {
            if (reporting.Add(manager))
            {
                roles.Insert(0, new OrganizationRole { Name = manager });
            }
        }

        return Create(roles, nameof(lines));
    }

    /// <summary>Finds a box by its name, ignoring case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The box, or <see langword="null"/> if there is none of that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public OrganizationRole? FindRole(string name) =>
        NameLookup.Find(Roles.AsSpan(), Guard.Against.Null(name), static role => role.Name);

    /// <summary>Returns the boxes that report to a box.</summary>
    /// <param name="name">The name of a box, ignoring case.</param>
    /// <returns>The boxes in the order of <see cref="Roles"/>; empty if none reports to it.</returns>
    /// <exception cref="ArgumentException">No box has that name.</exception>
    public ValueList<OrganizationRole> ReportsOf(string name)
    {
        OrganizationRole manager = Require(name);
        return Roles.Where(role => NameLookup.Same(role.ReportsTo, manager.Name)).ToValueList();
    }

    /// <summary>Returns the managers above a box, from its own manager to the root.</summary>
    /// <param name="name">The name of a box, ignoring case.</param>
    /// <returns>The managers; empty for the root.</returns>
    /// <exception cref="ArgumentException">No box has that name.</exception>
    public ValueList<OrganizationRole> ManagersOf(string name)
    {
        var managers = new List<OrganizationRole>();
        for (OrganizationRole role = Require(name); role.ReportsTo is { } above; role = managers[^1])
        {
            managers.Add(FindRole(above)!);
        }

        return managers;
    }

    /// <summary>Returns the roles that none of the given plans pays.</summary>
    /// <param name="plans">The names of the roles that plans pay.</param>
    /// <returns>The roles and overlays under the root whose name, or <see cref="OrganizationRole.PlanName"/>, is not
    /// among them. The root, whose pay is not set by a plan of the chart, and dashboards are left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plans"/> is null.</exception>
    public ValueList<OrganizationRole> RolesWithoutPlan(IEnumerable<string> plans)
    {
        var paid = new HashSet<string>(Guard.Against.Null(plans), StringComparer.OrdinalIgnoreCase);
        return Roles
            .Where(role => role != Root && role.Kind != RoleKind.Dashboard)
            .Where(role => !paid.Contains(role.PlanName ?? role.Name))
            .ToValueList();
    }

    /// <summary>Returns the chart as indented text, two spaces for each level.</summary>
    /// <returns>A line for each box; reports follow their manager.</returns>
    public string ToText()
    {
        var text = new StringBuilder();
        Append(Root, 0);
        return text.ToString();

        void Append(OrganizationRole role, int level)
        {
            text.Append(' ', 2 * level).Append(role.Name).Append(Suffix(role)).Append('\n');
            foreach (OrganizationRole report in ReportsOf(role.Name))
            {
                Append(report, level + 1);
            }
        }
    }

    /// <summary>Returns the chart as a Mermaid flow chart.</summary>
    /// <returns>A line for each box and each reporting line. Overlays have round ends, dashboards are
    /// cylinders.</returns>
    public string ToMermaid()
    {
        var text = new StringBuilder("flowchart TD\n");
        for (int i = 0; i < Roles.Count; i++)
        {
            string label = Roles[i].Name.Replace("\"", "#quot;", StringComparison.Ordinal);
            text.Append(Roles[i].Kind switch
            {
                RoleKind.Overlay => Invariant($"    r{i}([\"{label}\"])\n"),
                RoleKind.Dashboard => Invariant($"    r{i}[(\"{label}\")]\n"),
                _ => Invariant($"    r{i}[\"{label}\"]\n"),
            });
        }

        for (int i = 0; i < Roles.Count; i++)
        {
            if (Roles[i].ReportsTo is { } manager)
            {
                text.Append(Invariant($"    r{PositionOf(manager)} --> r{i}\n"));
            }
        }

        return text.ToString();
    }

    /// <summary>Returns the number of boxes and the root.</summary>
    public override string ToString() => Invariant($"{Roles.Count:#,0} boxes under {Root.Name}");

    private static OrganizationChart Create(ValueList<OrganizationRole> roles, string name)
    {
        RequireOneManager(roles, name);
        var byName = new Dictionary<string, OrganizationRole>(StringComparer.OrdinalIgnoreCase);
        OrganizationRole? root = null;
        foreach (OrganizationRole role in roles)
        {
            byName.Add(role.Name, role);
            if (role.ReportsTo is null)
            {
                root = root is null
                    ? role
                    : throw Refused(Invariant(
                        $"\"{root.Name}\" and \"{role.Name}\" report to nobody; one root is expected."), name);
            }
        }

        foreach (OrganizationRole role in roles)
        {
            RequireWayUp(role, byName, name);
        }

        return new OrganizationChart(roles, root ?? throw Refused("there is no box; at least one is expected.", name));
    }

    private static string Suffix(OrganizationRole role) => role.Kind switch
    {
        RoleKind.Overlay => " (overlay)",
        RoleKind.Dashboard => " (dashboard)",
        _ => "",
    };

    private static void RequireOneManager(ValueList<OrganizationRole> roles, string name)
    {
        for (int i = 0; i < roles.Count; i++)
        {
            OrganizationRole role = Guard.Against.Null(roles[i], name);
            for (int earlier = 0; earlier < i; earlier++)
            {
                if (NameLookup.Same(roles[earlier].Name, role.Name))
                {
                    string first = roles[earlier].ReportsTo ?? "nobody";
                    string second = role.ReportsTo ?? "nobody";
                    throw Refused(
                        Invariant($"\"{role.Name}\" is there twice, and reports to \"{first}\" and \"{second}\"; ")
                            + "one manager is expected.",
                        name);
                }
            }
        }
    }

    // Each way up ends at a box without a manager within as many steps as there are boxes.
    private static void RequireWayUp(
        OrganizationRole role, Dictionary<string, OrganizationRole> byName, string name)
    {
        OrganizationRole at = role;
        for (int steps = 0; at.ReportsTo is { } above; steps++)
        {
            if (!byName.TryGetValue(above, out OrganizationRole? manager))
            {
                throw Refused(Invariant($"\"{at.Name}\" reports to \"{above}\", which is not on the chart."), name);
            }

            if (steps > byName.Count)
            {
                throw Refused(Invariant($"the managers of \"{role.Name}\" form a circle; a tree is expected."), name);
            }

            at = manager;
        }
    }

    private static ArgumentException Refused(string reason, string name) => new(name + ": " + reason, name);

    private OrganizationRole Require(string name) => FindRole(name) ?? throw new ArgumentException(
        Invariant($"name was \"{name}\"; a box of the chart is expected."), nameof(name));

    private int PositionOf(string name)
    {
        int i = 0;
        while (!NameLookup.Same(Roles[i].Name, name))
        {
            i++;
        }

        return i;
    }
}
