using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using XttsSaas.Abstractions.Capacity;
using XttsSaas.Web.Portal;

namespace XttsSaas.Web.Pages.Admin;

/// <summary>Devices, leases and the queue of the default pool; operators drain devices here.</summary>
public sealed class CapacityModel(IGrainFactory grains) : PageModel
{
    private readonly IGpuPoolGrain pool = grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.DefaultPool);

    public PoolSnapshot Pool { get; private set; } = null!;

    public async Task OnGetAsync() => Pool = await pool.GetAsync();

    public Task<IActionResult> OnPostDrainAsync(string silo, string device) => ChangeAsync(pool.DrainAsync(silo, device));

    public Task<IActionResult> OnPostUndrainAsync(string silo, string device) => ChangeAsync(pool.UndrainAsync(silo, device));

    private async Task<IActionResult> ChangeAsync(Task<Result> change)
    {
        if (ModelState.Accepts((await change).Error))
            return Redirect("/admin");
        await OnGetAsync();
        return Page();
    }
}
